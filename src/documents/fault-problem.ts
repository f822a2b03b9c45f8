import { Problem } from '../problem.js';
import { placeOfValue, placeOfWord } from './layout-places.js';
import { templateFile } from './template.js';
import type { TemplateFault } from './template-fault.js';
import { readYaml } from './yaml-file.js';

/** Says a fault of a template with the file and the line that a person can mend. */
export async function problemOfFault(fault: TemplateFault, ownFolder: string): Promise<Problem> {
  const { template, path, why, forbidden, value, said } = fault;
  const file = templateFile(ownFolder, template, 'layout.yaml');
  if (value) {
    return new Problem('pieceValueWrong', value, placeOfValue(value, template, ownFolder));
  }
  if (said) {
    return new Problem('badTemplate', { why }, placeOfValue(said, template, ownFolder));
  }
  if (forbidden !== undefined) {
    const where = placeOfWord(forbidden, 'key', template, ownFolder);
    return new Problem('forbiddenInTemplate', { key: forbidden }, where);
  }
  const { lineOfFault } = await readYaml(file);
  const line = path.length > 0 ? lineOfFault(path, why) : undefined;
  return new Problem('badTemplate', { why }, { file, line });
}
