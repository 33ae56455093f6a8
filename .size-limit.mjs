// @ts-check
import { sizeChecks } from './scripts/size-checks.mjs';

export default await sizeChecks();
