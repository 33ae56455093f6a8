// @ts-check

/** @typedef {{ variables: string[], commands: string[][] }} ShellSample */

/**
 * What a shell sample sets and runs: each command as its words, without redirections. Pipes and `&&` part commands.
 *
 * @param {string} text
 * @returns {ShellSample}
 */
export function readShell(text) {
  const lines = text
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .map((line) => line.replace(/(^|\s+)#\s.*$/, '').trim())
    .filter((line) => line !== '');
  const variables = lines.flatMap((line) => /^(?:export )?([A-Z][A-Z0-9_]*)=\S/.exec(line)?.[1] ?? []);
  const commands = lines
    .filter((line) => !/^(export )?[A-Z][A-Z0-9_]*=\S*( |$)/.test(line) || /^[A-Z_]+=\S+ +[a-z]/.test(line))
    .flatMap((line) => line.split(/ (?:&&|\|) /))
    .map((line) => wordsOf(line.replace(/^([A-Z_]+=\S+ +)+/, '').replace(/ > .*$/, '')))
    .filter((words) => words.length > 0);
  return { variables, commands };
}

/** @param {string} command @returns {string[]} quoted text is one word, without its quotes */
function wordsOf(command) {
  return [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
}

/**
 * Holds a command line of a program against its help.
 *
 * @param {readonly string[]} args behind the program's name
 * @param {(path: readonly string[]) => Promise<string>} helpOf what `--help` prints for a command
 * @returns {Promise<string | null>} what is wrong; `null`: nothing
 */
export async function judgeArgs(args, helpOf) {
  /** @type {string[]} */
  const path = [];
  let help = await helpOf(path);
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? '';
    // What follows is a program of the host's.
    if (word === '--') return null;
    if (/^-/.test(word)) {
      const option = new RegExp(`(^|[\\s,])${word}(?![\\w-])( <[^>]+>)?`, 'm').exec(help);
      if (option === null) return `"${path.join(' ')}" has no option ${word}`;
      if (option[2] !== undefined) at += 1;
    } else if (new RegExp(`^  ${word}\\b`, 'm').test(help.split(/^Commands:$/m)[1] ?? '')) {
      path.push(word);
      help = await helpOf(path);
    } else if (!/^Usage: .*( <| \[(?!options|command))/m.test(help)) {
      return `"${path.join(' ')}" takes no "${word}"`;
    }
  }
  return null;
}
