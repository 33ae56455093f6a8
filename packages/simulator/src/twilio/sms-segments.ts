const GSM_7 = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]*$/;
const GSM_7_EXTENSION = /[\^{}\\[~\]|€]/g;

/** Number of SMS that a text takes: 160 or 153 symbols of GSM-7 each, else 70 or 67 UTF-16 units. Empty: 0. */
export function countSmsSegments(text: string): number {
  if (text === '') return 0;
  const gsm = GSM_7.test(text);
  const length = gsm ? text.length + (text.match(GSM_7_EXTENSION)?.length ?? 0) : text.length;
  const [single, part] = gsm ? [160, 153] : [70, 67];
  return length <= single ? 1 : Math.ceil(length / part);
}
