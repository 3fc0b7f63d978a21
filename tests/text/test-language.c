/* Protects: script first, then words, then n-grams; what is too short to tell is left open. */
#include "syn-language.h"

static void
test_guess (void)
{
  static const struct {
    const char *text;
    const char *language;
  } cases[] = {
    { "The council has voted to close the old bridge after a long debate about its cost.", "en" },
    { "Der Rat hat beschlossen, die alte Brücke nach einer langen Debatte zu schließen.", "de" },
    { "Le conseil a décidé de fermer le vieux pont après un long débat sur son coût.", "fr" },
    { "El consejo ha decidido cerrar el viejo puente después de un largo debate sobre su coste.", "es" },
    { "Il consiglio ha deciso di chiudere il vecchio ponte dopo un lungo dibattito sul suo costo.", "it" },
    { "De gemeenteraad heeft besloten om de oude brug na een lang debat te sluiten.", "nl" },
    { "O conselho decidiu fechar a velha ponte depois de um longo debate sobre o seu custo.", "pt" },
    { "Rada miasta zdecydowała się zamknąć stary most po długiej debacie o jego kosztach.", "pl" },
    { "Городской совет решил закрыть старый мост после долгих споров о его стоимости.", "ru" },
    { "市议会在长时间辩论后决定关闭这座旧桥。", "zh" },
    { "市議会は長い議論の末、古い橋を閉鎖することを決めた。", "ja" },
    { "시의회는 오랜 논의 끝에 오래된 다리를 폐쇄하기로 했다.", "ko" },
    { "Το συμβούλιο αποφάσισε να κλείσει την παλιά γέφυρα.", "el" },
    { "Ltd", NULL },
    { "12,000 — 3 %", NULL },
    { "", NULL },
  };
  g_autoptr (SynLanguageGuesser) guesser = syn_language_guesser_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s", cases[i].text);
    g_assert_cmpstr (syn_language_guesser_guess (guesser, cases[i].text, -1), ==, cases[i].language);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/guess", test_guess);

  return g_test_run ();
}
