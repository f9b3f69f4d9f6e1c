/*
 * What people ask and say to somebody who serves them, with places for words: N and M for things, V for what is done with them. Their order
 * counts: it is a part of what makes the file of vectors.
 */
export const QUESTION_FRAMES = `
how do i V my N
how do i V the N
how can i V N
how to V a N
can i V my N
can you V the N for me
could you please V my N
would you V N
i want to V my N
i want to V a N
i need to V the N
i need a N
i would like to V N
i'd like a N
please V my N
please V the N and the M
V the N
V my N please
V N
what is my N
what is the N of the M
what is a N
what are the N of M
what does N mean
what kind of N do you have
what N do you V
what happens if i V the N
what should i do about my N
whats the best N
which N is the best for M
which N should i V
where can i V N
where is my N
where do i find the N
where are you Ving the N
when will my N be V
when is the N
when can i V the N
who is the N
who can V my N
why is my N not working
why did you V my N
why was the N so bad
why can't i V the N
is there a N
is there a N for M
is the N good
is it possible to V the N
are there any N
are N and M the same
do you have N
do you V N
do i have to V the N
do i need a N to V M
does the N have a M
does it V N
did you V my N
have you got any N
should i V my N
will you V the N
my N is broken
my N doesn't V
my N has a M
the N is not Ving
the N won't V the M
there is a problem with my N
there is no N in the M
i have a question about N
i lost my N
i forgot my N
i can't find the N
i can't V my N
i don't want to V the N anymore
i don't have a N
i tried to V the N but the M failed
i am Ving a N
i am looking for a N
tell me about N
tell me how to V N
tell me the N of my M
show me the N
give me a N
find me a N
help me V my N
help with N
any N for M
any good N
best way to V N
best N for Ving M
alternative to N
N or M
N and M
N not Ving
N for M
N with M
N help
how much is the N
how much N does M have
how much do N cost
how many N are in a M
how long does it take to V a N
how long is the N
how far is the N
how often should i V the N
how good is the N
let me know when the N is ready
remind me to V the N
set a N for M
change my N to M
add N to my M
remove the N from my M
cancel my N
order a N
buy N
book a N
turn on the N
turn off the N
let's talk about N
thanks for the N
i love N
i hate the N
that N was great
you are a N
are you a N
tell me a N
N please
is N Ving
can N V M
who Vs N
what time does the N V
what's wrong with my N
what's the M for N
how does N work
how is the N
can i get a N for my M
can i V N without a M
can i V N from M
i got the wrong N
the N is too M
do you know the N of M
explain N
where's the N
`
  .trim()
  .split('\n');
