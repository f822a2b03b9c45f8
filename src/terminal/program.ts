import { type Argument, Command, Help, type Option } from 'commander';
import { commander } from '../text/commander.js';
import type { Words } from '../text/words.js';

/** The options of a command, from the declaration of them. */
export type OptionsOf<D extends (...given: never[]) => { opts(): unknown }> = ReturnType<
  ReturnType<D>['opts']
>;

export type Speak = <T>(words: Words<T>) => T;

/** commander's help in the language of the user: its words are replaced where it makes them. */
class JournalHelp extends Help {
  readonly speak: Speak;

  constructor(speak: Speak) {
    super();
    this.speak = speak;
    this.minWidthToWrap = 20;
    this.showGlobalOptions = true;
  }

  override styleTitle(title: string): string {
    return this.speak(commander).titles[title] ?? title;
  }

  override commandUsage(command: Command): string {
    return this.#translated(super.commandUsage(command));
  }

  override subcommandTerm(command: Command): string {
    return command.name();
  }

  override optionTerm(option: Option): string {
    return this.#translated(super.optionTerm(option));
  }

  override argumentTerm(argument: Argument): string {
    return this.speak(commander).places[argument.name()] ?? argument.name();
  }

  override argumentDescription(argument: Argument): string {
    return this.#withChoices(argument);
  }

  override optionDescription(option: Option): string {
    return this.#withChoices(option);
  }

  #withChoices(option: Option | Argument): string {
    const say = this.speak(commander);
    const more: string[] = [];
    const isSaid = 'flags' in option && option.flags.includes(option.argChoices?.join('|') ?? '');
    if (option.argChoices && !isSaid) more.push(`${say.choices}: ${option.argChoices.join(', ')}`);
    const isShown = option.defaultValue !== undefined && typeof option.defaultValue !== 'boolean';
    if (isShown) more.push(`${say.default}: ${String(option.defaultValue)}`);
    return more.length > 0 ? `${option.description} (${more.join('; ')})` : option.description;
  }

  #translated(usage: string): string {
    const say = this.speak(commander);
    const { options, command } = say.terms;
    return withPlaces(say, usage.replace('[options]', options).replace('[command]', command));
  }
}

/** `--year <year>` with the word that stands for the value in the language of the user. */
function withPlaces({ places }: (typeof commander)['en'], text: string): string {
  return text.replace(
    /([<[])([a-z-]+)/g,
    (_, bracket, name) => `${bracket}${places[name] ?? name}`,
  );
}
const repeated = 'ejournal.repeatedOption';

/** A command that speaks the user's language and leaves with status 2 when it is called wrongly. */
export class JournalCommand extends Command {
  readonly speak: Speak;

  constructor(name: string | undefined, speak: Speak) {
    super(name);
    this.speak = speak;
    const say = speak(commander);
    this.helpOption('-h, --help', say.helpOption);
    this.exitOverride();
    this.allowExcessArguments(false);
    this.showSuggestionAfterError(true);
  }

  override createCommand(name?: string): JournalCommand {
    return new JournalCommand(name, this.speak);
  }

  /**
   * An option of a command that takes one value is refused when it is given twice: only the last would be
   * heard. The program's own may stand in a script that calls it, and be given again.
   */
  override addOption(option: Option): this {
    super.addOption(option);
    const takesOne = option.required || option.optional;
    if (this.parent === null || !takesOne || collects(option)) return this;
    let isGiven = false;
    this.on(`option:${option.name()}`, () => {
      if (isGiven) this.error(`'${option.long}'`, { code: repeated });
      isGiven = true;
    });
    return this;
  }

  override createHelp(): Help {
    return Object.assign(new JournalHelp(this.speak), this.configureHelp());
  }

  override error(message: string, options?: { exitCode?: number; code?: string }): never {
    const told = translated(this.speak(commander), message, options?.code ?? '');
    const called = [this.parent?.name(), this.name()].filter(Boolean).join(' ');
    const help = this.speak(commander).seeHelp(called);
    return super.error(`${told}\n${help}`, { ...options, exitCode: 2 });
  }
}

/** Whether its values add up: then its parser takes what was given before, as that of choices does in vain. */
function collects({ variadic, argChoices, parseArg }: Option): boolean {
  return variadic || (!argChoices && (parseArg?.length ?? 0) > 1);
}

/**
 * commander 14 gives the facts of an error only inside its message: the names stand in quotes, the
 * suggestion in brackets. A test holds every code in both languages.
 */
function translated(say: (typeof commander)['en'], message: string, code: string): string {
  const sentence = say.errors[code];
  if (!sentence) return message.replace(/^error: /, '');
  const { option, argument, value, why } = refusedValue.exec(message)?.groups ?? {};
  if (value !== undefined) {
    const name = argument ? (say.places[argument] ?? argument) : withPlaces(say, option ?? '');
    const choices = /^Allowed choices are (.+?)\.\s*$/.exec(why ?? '')?.[1];
    return sentence(name, value, choices ? say.allowed(choices) : (why ?? ''));
  }
  const names = [...message.matchAll(/'(.*?)'(?=[\s.]|$)/g)].map(([, words = '']) =>
    withPlaces(say, words),
  );
  const [first = '', ...rest] = names;
  const told = sentence(say.places[first] ?? first, ...rest);
  const near = /\(Did you mean (?:one of )?(.+?)\?\)/.exec(message)?.[1];
  return near ? `${told} ${say.suggestion(near)}` : told;
}

/** Of an option or of an argument. What the value is comes from the user, and may have quotes of its own. */
const refusedValue =
  /^error: (?:option '(?<option>[^']*)' argument|command-argument value) '(?<value>.*?)' is invalid(?: for argument '(?<argument>[^']*)')?\.(?: (?<why>.*))?$/s;
