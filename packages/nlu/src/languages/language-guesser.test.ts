import { describe, expect, it } from '@jest/globals';
import { createLanguageGuesser } from './language-guesser.ts';

const { guess } = createLanguageGuesser();

describe('the language of a text that nothing was understood of', () => {
  it.each([
    ['¿Dónde está mi pedido?', 'es'],
    ['quiero devolver una camisa', 'es'],
    ['Où est ma commande ?', 'fr'],
    ['bonjour', 'fr'],
    ['je voudrais retourner un article', 'fr'],
    ['Wo ist meine Bestellung?', 'de'],
    ['ich möchte etwas zurückgeben', 'de'],
    ['Onde está o meu pedido?', 'pt'],
    ["dov'è il mio ordine", 'it'],
    ['vorrei restituire una camicia', 'it'],
    ['waar is mijn bestelling', 'nl'],
    ['siparişim nerede', 'tr'],
    ['Tôi muốn trả hàng', 'vi'],
    ['gdzie jest moje zamówienie', 'pl'],
    ['Где мой заказ?', 'ru'],
    ['Де моє замовлення?', 'uk'],
    ['注文はどこですか', 'ja'],
    ['내 주문은 어디에 있나요', 'ko'],
    ['أين طلبي', 'ar'],
    ['我的订单在哪', 'zh'],
    ['where is my order', 'en'],
    ['what about the blue ones', 'en'],
  ])('"%s" is %s', (text, language) => {
    expect(guess(text)).toBe(language);
  });

  it('is not told from the end of an address', () => {
    expect(guess('maybe jane@gmial.com')).toBeNull();
    expect(guess('www.shop.com')).toBeNull();
    expect(guess('Onde está a minha encomenda? jane@mail.com')).toBe('pt');
  });

  it('is not told from too little', () => {
    for (const text of ['', '1042', 'xyzzy plugh', 'Zara', '👍']) {
      expect([text, guess(text)]).toEqual([text, null]);
    }
  });

  it("is not another script's for one name in it", () => {
    expect(guess('where is the Москва shirt that I ordered')).toBe('en');
  });
});
