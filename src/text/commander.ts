import { words } from './words.js';

/** commander's own words: the headings of a help text, and what it says when a call is wrong. */
export const commander = words({
  en: {
    titles: {
      'Usage:': 'Usage:',
      'Arguments:': 'Arguments:',
      'Options:': 'Options:',
      'Global Options:': 'Global options:',
      'Commands:': 'Commands:',
    } as Record<string, string>,
    terms: { options: '[options]', command: '[command]' },
    choices: 'choices',
    default: 'default',
    examples: 'Examples:',
    helpOption: 'show this help',
    versionOption: 'show the version',
    helpCommand: 'show the help of a command',
    errors: {
      'commander.unknownOption': (name: string) => `There is no option ${name}.`,
      'commander.unknownCommand': (name: string) => `There is no command ${name}.`,
      'commander.missingArgument': (name: string) => `The argument <${name}> is missing.`,
      'commander.optionMissingArgument': (name: string) => `The option ${name} needs a value.`,
      'commander.missingMandatoryOptionValue': (name: string) => `The option ${name} is needed.`,
      'commander.conflictingOption': (name: string, other: string) =>
        `The options ${name} and ${other} exclude each other.`,
      'commander.excessArguments': () => 'There are more arguments than the command takes.',
      'commander.invalidArgument': (name: string, value: string, why: string) =>
        `${name} cannot be “${value}”. ${why}`.trim(),
    } as Record<string, (...parts: string[]) => string>,
    allowed: (choices: string) => `Choose one of: ${choices}.`,
    suggestion: (name: string) => `Did you mean ${name}?`,
    seeHelp: (command: string) => `(${command} --help shows how it is used.)`,
  },
  lv: {
    titles: {
      'Usage:': 'Lietošana:',
      'Arguments:': 'Argumenti:',
      'Options:': 'Opcijas:',
      'Global Options:': 'Vispārīgās opcijas:',
      'Commands:': 'Komandas:',
    },
    terms: { options: '[opcijas]', command: '[komanda]' },
    choices: 'izvēle',
    default: 'noklusējums',
    examples: 'Piemēri:',
    helpOption: 'rādīt šo palīdzību',
    versionOption: 'rādīt versiju',
    helpCommand: 'rādīt komandas palīdzību',
    errors: {
      'commander.unknownOption': (name) => `Opcijas ${name} nav.`,
      'commander.unknownCommand': (name) => `Komandas ${name} nav.`,
      'commander.missingArgument': (name) => `Trūkst argumenta <${name}>.`,
      'commander.optionMissingArgument': (name) => `Opcijai ${name} vajadzīga vērtība.`,
      'commander.missingMandatoryOptionValue': (name) => `Vajadzīga opcija ${name}.`,
      'commander.conflictingOption': (name, other) =>
        `Opcijas ${name} un ${other} izslēdz viena otru.`,
      'commander.excessArguments': () => 'Argumentu ir vairāk, nekā komanda pieņem.',
      'commander.invalidArgument': (name, value, why) =>
        `${name} nevar būt “${value}”. ${why}`.trim(),
    },
    allowed: (choices) => `Izvēlieties vienu no: ${choices}.`,
    suggestion: (name) => `Vai domājāt ${name}?`,
    seeHelp: (command) => `(Lietošanu rāda ${command} --help.)`,
  },
});
