import { render } from 'preact';

/** The least that a popup of the same framework can show: what ours is measured beside. */
const root = document.getElementById('root');
if (root) render(<p>{'blank'}</p>, root);
