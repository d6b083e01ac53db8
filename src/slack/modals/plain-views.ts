import type { ModalView } from '@slack/types';
import type { Locale } from '../../domain/locale.ts';
import { MODALS } from '../../i18n/modals.ts';
import { context, cut, preformatted, SECTION_LIMIT, section } from '../blocks/text.ts';
import { modal } from './pieces.ts';

/** What stands in the modal while the desk is asked: it needs nothing but the payload. */
export const loadingView = (title: string, locale: Locale): ModalView =>
  modal({ title, close: MODALS[locale].close, blocks: [context(MODALS[locale].loading)] });

/** The end of a form that can't go on: why, what to do, and what was typed, to be copied. */
export function endView(title: string, text: string, typed: readonly string[], locale: Locale): ModalView {
  const kept = typed.filter(Boolean).slice(0, 20);
  return modal({
    title,
    close: MODALS[locale].close,
    blocks: [
      section(cut(text, SECTION_LIMIT)),
      ...(kept.length > 0 ? [context(MODALS[locale].typed)] : []),
      ...kept.map(preformatted),
    ],
  });
}
