import { describeWhatsAppProvider } from '../testing/provider-conformance.js';
import { META_KIT } from './testing/meta-kit.js';

describeWhatsAppProvider(META_KIT);
