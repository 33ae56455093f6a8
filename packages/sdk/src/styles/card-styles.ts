import card from './card.css?text';
import lightDom from './light-dom.css?text';
import tokens from './tokens.css?text';

/** The look of the first card, for a shadow root: every selector is `:host` or a class of ours. */
export const cardStyles = tokens + card;

/** Style sheet for a light DOM, before `cardStyles`. It resets a host's rules for elements, which reach into the card there. */
export const lightDomStyles = lightDom;
