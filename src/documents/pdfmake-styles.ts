import { createRequire } from 'node:module';
import { rememberedOf } from '../rules/remembered.js';

type Style = Readonly<Record<string, unknown>>;
type Styles = string | Style | readonly (string | Style)[] | undefined;
type Node = Style & { readonly style?: Styles; readonly section?: unknown };

/** What the styles come to at a place of a document; places where they come to the same share one look. */
export interface Look {
  /** The value of each property, where one is given. */
  readonly values: Style;
  /** The looks of places with one style more. */
  readonly under: Map<string, Look>;
}

/** What pdfmake keeps of the styles that hold where it stands in a document, the nearest one last. */
export interface StyleStack {
  readonly styleOverrides: (string | Style)[];
  readonly styleDictionary: Readonly<Record<string, Style>> | null;
  readonly defaultStyle?: Style;
  /** The look with each style and those before it, where it was asked for. */
  looks?: (Look | undefined)[];
  push(style: string | Style): void;
  clone(): StyleStack;
  getProperty(property: string): unknown;
}

interface StyleStackClass {
  readonly prototype: StyleStack;
  getStyleProperty: (
    node: Node,
    stack: StyleStack | null,
    property: string,
    other: unknown,
  ) => unknown;
}

/** All properties that pdfmake 0.3.11 asks of its styles. */
const asked = new Set([
  ...['alignment', 'background', 'bold', 'characterSpacing', 'color', 'columnGap', 'decoration'],
  ...['decorationColor', 'decorationStyle', 'decorationThickness', 'fillColor', 'fillOpacity'],
  ...['font', 'fontFeatures', 'fontSize', 'italics', 'leadingIndent', 'lineHeight', 'link'],
  ...['linkToDestination', 'linkToPage', 'markerColor', 'noWrap', 'opacity'],
  ...['preserveLeadingSpaces', 'preserveTrailingSpaces', 'sub', 'sup', 'wordBreak'],
]);

const isValue = (value: unknown) => value !== undefined && value !== null;

/**
 * Makes pdfmake quicker at styles: of every word it asks 23 properties, and for each of them goes through
 * all styles that hold there, with three new objects. Here the answers for a place are reckoned at once.
 * They are the same. It depends on the inside of pdfmake, whose version is fixed for this.
 */
export function quickenStyles(): void {
  const { default: stacks } = createRequire(import.meta.url)('pdfmake/js/StyleContextStack.js') as {
    default: StyleStackClass;
  };
  const { prototype } = stacks;
  const { clone, getProperty: slowly } = prototype;

  prototype.push = function (style) {
    this.styleOverrides.push(style);
    if (this.looks) this.looks[this.styleOverrides.length - 1] = undefined;
  };
  prototype.clone = function () {
    return Object.assign(clone.call(this), this.looks && { looks: [...this.looks] });
  };
  prototype.getProperty = function (property) {
    return asked.has(property) ? lookOf(this).values[property] : slowly.call(this, property);
  };
  stacks.getStyleProperty = (node, stack, property, other) => {
    const own = node[property];
    if (isValue(own)) return own;
    const look = stack && lookUnder(lookOf(stack), node, stack);
    return look?.values[property] ?? other;
  };
}

/** The look of what has no style of its own. */
export function lookOf(stack: StyleStack): Look {
  return lookAt(stack, stack.styleOverrides.length - 1);
}

function lookAt(stack: StyleStack, level: number): Look {
  const style = stack.styleOverrides[level];
  if (style === undefined) return firstLook(stack);
  stack.looks ??= [];
  let look = stack.looks[level];
  if (!look) {
    look = withStyle(lookAt(stack, level - 1), style, stack);
    stack.looks[level] = look;
  }
  return look;
}

/** The look of a node: its styles by name hold before what it says itself. */
export function lookUnder(look: Look, node: Node, stack: StyleStack): Look {
  if (node.section !== undefined) return look;
  let below = look;
  if (node.style) for (const style of stylesOf(node)) below = withStyle(below, style, stack);
  return withStyle(below, node, stack);
}

const stylesOf = ({ style }: Node) => (Array.isArray(style) ? style : [style]);

/** By the named styles of a document and by its default style: one for all its pages. */
const firstLooks = rememberedOf((_named: Style) =>
  rememberedOf((values: Style): Look => ({ values, under: new Map() })),
);
const none = {};

const firstLook = ({ styleDictionary, defaultStyle = none }: StyleStack): Look =>
  firstLooks(styleDictionary ?? none)(defaultStyle);

function withStyle(look: Look, style: string | Style, stack: StyleStack): Look {
  const key = typeof style === 'string' ? style : keyOf(style);
  if (key === '') return look;
  let found = look.under.get(key);
  if (!found) {
    const own = typeof style === 'string' ? ofNamed(stack, style) : given(style);
    found = { values: { ...look.values, ...own }, under: new Map() };
    look.under.set(key, found);
  }
  return found;
}

/** What a style says, as a text that no name of a style is like; empty where it says nothing. */
function keyOf(style: Style): string {
  let key = '';
  for (const property in style) {
    const value = style[property];
    if (asked.has(property) && isValue(value)) key += `\0${property} ${JSON.stringify(value)}`;
  }
  return key;
}

const given = (style: Style): Style =>
  Object.fromEntries(
    Object.entries(style).filter(([property, value]) => asked.has(property) && isValue(value)),
  );

/** Of the style with a name, and of those that it extends, the last one first. */
function ofNamed(stack: StyleStack, name: string, above: readonly string[] = []): Style {
  const style = stack.styleDictionary?.[name];
  if (!style || above.includes(name)) return {};
  const parents = [style['extends'] ?? []].flat() as string[];
  const inherited = parents.map((one) => ofNamed(stack, one, [...above, name]));
  return Object.assign({}, ...inherited, given(style));
}
