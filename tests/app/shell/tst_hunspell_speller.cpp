#include "app/console/hunspell_speller.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;

// A folder with two small dictionaries, one of them in Latin-1.
class HunspellSpellerTest : public testing::Test {
protected:
    HunspellSpellerTest()
    {
        write(u"en_GB.aff"_s, "SET UTF-8\nTRY esianrtolcdugmphbyfvkw'\n");
        write(u"en_GB.dic"_s, "3\nfriday\ncolour\ndon't\n");
        write(u"de_DE.aff"_s, "SET ISO8859-1\n");
        write(u"de_DE.dic"_s,
              "1\nstra\xdf"
              "e\n");
        write(u"fr_FR.dic"_s, "1\nbonjour\n");   // no .aff: cannot be used
    }
    void write(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QTemporaryDir m_folder;
    HunspellSpeller m_speller{{m_folder.path()}};
};

TEST_F(HunspellSpellerTest, findsTheDictionaryOfALanguageOrOneOfItsKind)
{
    EXPECT_EQ(m_speller.dictionaryFor(u"de-DE"_s), u"de_DE"_s);
    EXPECT_EQ(m_speller.dictionaryFor(u"de-AT"_s), u"de_DE"_s);
    EXPECT_EQ(m_speller.dictionaryFor(u"en"_s), u"en_GB"_s);
}

TEST_F(HunspellSpellerTest, usesEnglishForALanguageWithoutADictionary)
{
    EXPECT_EQ(m_speller.dictionaryFor(u"fr-FR"_s), u"en_GB"_s);
    EXPECT_EQ(m_speller.dictionaryFor({}), u"en_GB"_s);
}

TEST_F(HunspellSpellerTest, withoutAnyDictionaryNothingIsWrong)
{
    const QTemporaryDir empty;
    HunspellSpeller none({empty.path()});
    EXPECT_EQ(none.dictionaryFor(u"en"_s), QString());
    EXPECT_TRUE(none.knows({}, u"anything"_s));
    EXPECT_TRUE(none.suggestions({}, u"anything"_s).isEmpty());
}

TEST_F(HunspellSpellerTest, knowsWordsInTheLettersOfTheirDictionary)
{
    EXPECT_TRUE(m_speller.knows(u"en_GB"_s, u"colour"_s));
    EXPECT_TRUE(m_speller.knows(u"en_GB"_s, u"don't"_s));
    EXPECT_FALSE(m_speller.knows(u"en_GB"_s, u"coluor"_s));
    EXPECT_TRUE(m_speller.knows(u"de_DE"_s, u"straße"_s));
    EXPECT_TRUE(m_speller.knows(u"de_DE"_s, u"日本"_s)) << "cannot be written in Latin-1, so it is not called wrong";
}

TEST_F(HunspellSpellerTest, suggestsTheWordThatWasMeant)
{
    EXPECT_TRUE(m_speller.suggestions(u"en_GB"_s, u"coluor"_s).contains(u"colour"_s));
}

}
}
