import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { settlePermalink } from './data/place.ts';
import './styles/base.css';
import './styles/layout.css';
import './styles/clock-bar.css';
import './styles/time-bar.css';
import './styles/sidebar.css';
import './styles/next-panel.css';
import './styles/message.css';
import './styles/text.css';
import './styles/composer.css';
import './styles/blocks.css';
import './styles/elements.css';
import './styles/dialog.css';
import './styles/feel.css';
import './styles/hood.css';
import './styles/guide.css';
import './styles/phone.css';

settlePermalink();
const root = document.querySelector('#root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
