import '../surface/in-page/own-browser.ts';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import css from '../../assets/styles/card.css?inline';
import { Card } from '../../components/card/card.tsx';
import type { CardPort } from '../../components/models/card.ts';
import { isOrphaned } from '../surface/in-page/orphaned.ts';
import { type Sheet, showInPage } from '../surface/in-page/show.tsx';
import { send } from '../surface/send.ts';

/** The card on the page, injected only where there is something to show; an update that orphans it takes it away. */
export default defineUnlistedScript(async () => {
  const card = await send('card', {});
  if (!card || card.page.state === 'notListed') return;
  let sheet: Sheet | null = null;
  const leaveOrphaned = (): boolean => {
    if (!isOrphaned()) return false;
    sheet?.remove();
    return true;
  };
  const tell = (kind: 'cardSeen' | 'cardDetails'): void => {
    if (!leaveOrphaned()) void send(kind, {});
  };
  const port: CardPort = {
    seen: () => tell('cardSeen'),
    dismiss() {
      tell('cardSeen');
      sheet?.remove();
    },
    details: () => tell('cardDetails'),
    ignore: async (term) => {
      if (!leaveOrphaned()) await send('cardIgnore', { term });
    },
  };
  sheet = showInPage(
    css,
    card,
    <Card page={card.page} privateWindow={card.privateWindow} port={port} />,
    leaveOrphaned,
  );
});
