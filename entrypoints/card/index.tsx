import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import css from '../../assets/styles/card.css?inline';
import { Card } from '../../components/card/card.tsx';
import type { CardPort } from '../../components/models/card.ts';
import { type Sheet, showInPage } from '../surface/in-page/show.tsx';
import { send } from '../surface/send.ts';

/** The card on the page, injected only where there is something to show. */
export default defineUnlistedScript(async () => {
  const card = await send('card', {});
  if (!card || card.page.state === 'notListed') return;
  let sheet: Sheet | null = null;
  const port: CardPort = {
    seen: () => void send('cardSeen', {}),
    dismiss() {
      void send('cardSeen', {});
      sheet?.remove();
    },
    details: () => void send('cardDetails', {}),
    ignore: (term) => send('cardIgnore', { term }),
  };
  sheet = showInPage(css, card, <Card page={card.page} canIgnore={card.canIgnore} port={port} />);
});
