import { render } from 'preact';
import '@solodesk/ui/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/desk.css';
import './styles/rail.css';
import './styles/queue.css';
import './styles/talk.css';
import './styles/panel.css';
import './styles/pages.css';
import './styles/faqs.css';
import './styles/reach.css';
import './styles/wizard.css';
import './styles/narrow.css';
import { App } from './app.tsx';

const root = document.getElementById('app');
if (!root) throw new Error('The page has no place for the console.');
render(<App />, root);
