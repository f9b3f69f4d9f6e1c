/**
 * Words that nearly every sentence of a language has, and what people open a chat with, by ISO 639-1 code. A word that
 * several languages share counts for each of them. English is here to be told from the others.
 */
export const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: 'the is are was were do does did can could would will my your our i you he she we they it this that what where when how why who which and or but not no with for from to of on in at have has had please hello hi thanks thank order a an if about me',
  es: 'el la los las un una de del que qué es está están mi mis su sus yo tú usted nosotros cómo como dónde donde cuándo cuando cuánto cuánta por para con sin pero y o no sí se lo le me te hola gracias buenos buenas días tardes quiero quisiera puedo puede tengo necesito hay pedido envío devolver tienen este esta cuesta hacer',
  fr: "le la les un une des de du que qui quoi est sont mon ma mes votre vos notre je tu vous nous il elle on où ou quand comment combien pourquoi par pour avec sans mais et ne pas se ce cette ces c'est bonjour bonsoir salut merci voudrais veux puis peux pouvez j'ai ai avez commande livraison retourner au aux y a-t-il est-ce l d j qu n s",
  de: 'der die das den dem des ein eine einen einem einer ist sind war mein meine meinen meiner ihr ihre wir sie ich du es wo wann wie warum was wer welche und oder aber nicht kein keine mit für von zu zum zur auf im in an bei hallo danke bitte guten tag möchte kann können habe haben hat bestellung lieferung zurückgeben gibt noch auch',
  pt: 'o a os as um uma de do da dos das que é está estão meu minha meus seu sua eu você nós onde quando como quanto quanta por para com sem mas e ou não sim se me olá oi obrigado obrigada bom boa dia tarde quero queria posso pode tenho preciso há pedido entrega devolver vocês este esta isso fazer no na',
  it: 'il lo la i gli le un uno una di del della dei che è sono mio mia miei tuo suo io tu lei noi voi dove quando come quanto quanta perché per con senza ma e o non sì si mi ti ciao grazie buongiorno buonasera vorrei voglio posso può ho ha hai ordine spedizione restituire avete questo questa cosa fare nel al alla',
  nl: 'de het een van is zijn was mijn uw jouw ik jij je u wij we zij waar wanneer hoe waarom wat wie welke en of maar niet geen met voor naar op in bij aan hallo dank bedankt dag graag wil kan kunnen heb heeft hebben bestelling levering terugsturen er nog ook kunt dit dat',
  tr: 'bir bu şu ve ile için ne nerede nasıl kaç mı mi mu mü değil var yok ben sen siz biz benim merhaba selam teşekkürler lütfen istiyorum sipariş siparişim kargo iade nedir olur mısınız zaman',
  pl: 'jest są nie to na w z do się i jak kiedy gdzie co dlaczego czy ile mój moje moja mam chcę chciałbym proszę dziękuję dzień dobry cześć zamówienie zwrot przesyłka mogę można za od dla',
  vi: 'là của và có không tôi bạn cho được này khi nào ở đâu bao nhiêu làm thế xin chào cảm ơn muốn đơn hàng trả lại giao mấy với các những đã',
  id: 'yang dan di ke dari ini itu apa bagaimana kapan berapa mana saya anda kami tidak bisa ada untuk dengan halo terima kasih tolong mau ingin pesanan pengiriman saja sudah',
};
