#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;

struct Ended {
    int status = -1;
    std::string out;
    std::string errors;
};

class DecideCommand : public testing::Test {
protected:
    QString write(const QString& name, const QByteArray& text) const
    {
        QFile file(m_folder.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
        return file.fileName();
    }

    Ended decide(const QByteArray& rulebook, const QByteArray& contexts, const QStringList& more = {}) const
    {
        QProcess process;
        process.start(QStringLiteral(SIGNALBOX_PROGRAM),
                      QStringList{u"decide"_s, u"--rulebook"_s, write(u"rules.json"_s, rulebook), u"--contexts"_s,
                                  write(u"contexts.json"_s, contexts)}
                          + more);
        process.waitForFinished();
        return {process.exitCode(), process.readAllStandardOutput().toStdString(),
                process.readAllStandardError().toStdString()};
    }

private:
    const QTemporaryDir m_folder;
};

const QByteArray twoPolicies
    = R"([{"id":"big","when":{"attr":"crm.deal_size","op":"ge","value":5},"actions":[{"type":"add_tag","tag":"big"}],
           "except":{"when":{"attr":"vip","op":"eq","value":true},"actions":[{"type":"add_tag","tag":"vip"}]}},
          {"id":"rest","when":{"attr":"crm.deal_size","op":"exists"},"actions":[]}])";

TEST_F(DecideCommand, printsALineForEachContextOfAList)
{
    const Ended ended
        = decide(twoPolicies, R"([{"crm":{"deal_size":7}}, {"crm.deal_size":7,"vip":true}, {"crm.deal_size":1}, {}])");
    EXPECT_EQ(ended.status, 0) << ended.errors;
    EXPECT_EQ(ended.out,
              R"({"index":0,"policy":"big","actions":[{"type":"add_tag","tag":"big"}]})"
              "\n"
              R"({"index":1,"policy":"big","actions":[{"type":"add_tag","tag":"vip"}]})"
              "\n"
              R"({"index":2,"policy":"rest","actions":[]})"
              "\n"
              R"({"index":3,"policy":null,"actions":[]})"
              "\n");
    EXPECT_NE(ended.errors.find("contexts_per_second="), std::string::npos);
}

TEST_F(DecideCommand, givesEveryMatchAndTheReasonsWhenAsked)
{
    const Ended ended
        = decide(twoPolicies, "{\"crm.deal_size\":1}\n\n{\"crm.deal_size\":9}\n", {u"--all"_s, u"--explain"_s});
    EXPECT_EQ(ended.out,
              R"({"index":0,"policy":"rest","actions":[],"matches":["rest"],"trace":[{"policy":"big","name":"big",)"
              R"("outcome":"did_not_match","attribute":"crm.deal_size","found":"€1","wanted":"at least €5"},)"
              R"({"policy":"rest","name":"rest","outcome":"fired"}]})"
              "\n"
              R"({"index":1,"policy":"big","actions":[{"type":"add_tag","tag":"big"}],"matches":["big","rest"],)"
              R"("trace":[{"policy":"big","name":"big","outcome":"fired"}]})"
              "\n");
}

TEST_F(DecideCommand, asksTheSchedulesAtEachContextsOwnMoment)
{
    QByteArray contexts;
    for (int year = 2000; year < 2090; year += 3)   // far apart, and more than are decided at once
        for (int day = 10; day < 18; ++day)
            contexts += "{\"now\":\"" + QByteArray::number(year) + "-06-" + QByteArray::number(day) + "T10:00:00Z\"}\n";
    const QByteArray rulebook
        = R"({"rulebook":1,"schedules":[{"id":"noon","timezone":"UTC","weekly":[{"days":["mon","tue","wed","thu","fri",
              "sat","sun"],"from":"09:00","to":"12:00"}],"closed":["2060-06-11"]}],
              "policies":[{"id":"open","when":{"schedule":"noon","op":"open"},"actions":[]}]})";
    const Ended ended = decide(rulebook, contexts, {u"--explain"_s});
    EXPECT_EQ(decide(rulebook, contexts).status, 0);
    EXPECT_EQ(QByteArray::fromStdString(ended.out).count("\"policy\":null"), 1);
    EXPECT_EQ(QByteArray::fromStdString(decide(rulebook, contexts).out).count("\"policy\":null"), 1);
}

TEST_F(DecideCommand, printsNothingWhenAContextIsWrong)
{
    QByteArray contexts;
    for (int i = 0; i < 1000; ++i)
        contexts += "{\"crm.deal_size\":7}\n";
    const Ended ended = decide(twoPolicies, contexts + "{\"crm.deal_size\":7,\"crm.deal_size\":8}\n");
    EXPECT_EQ(ended.status, 2);
    EXPECT_EQ(ended.out, "");
    EXPECT_NE(ended.errors.find("line 1001, /crm.deal_size: Found the key \"crm.deal_size\" twice"), std::string::npos)
        << ended.errors;
}

TEST_F(DecideCommand, readsNoRulebookThatIsTooLarge)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"large.json"_s));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly) && file.resize(qint64(4) << 30));   // of nothing: it takes no room
    QProcess process;
    process.start(QStringLiteral(SIGNALBOX_PROGRAM),
                  {u"decide"_s, u"--rulebook"_s, file.fileName(), u"--contexts"_s, file.fileName()});
    process.waitForFinished();
    EXPECT_EQ(process.exitCode(), 2);
    EXPECT_TRUE(process.readAllStandardError().contains("found 4294967296 bytes, expected at most 104857600"));
}

TEST_F(DecideCommand, saysWhatIsMissing)
{
    EXPECT_NE(decide("[", "[]").errors.find("valid JSON"), std::string::npos);
    EXPECT_EQ(decide("[]", "[]", {u"--repeat"_s, u"0"_s}).status, 2);
    EXPECT_EQ(decide("[]", "", {}).status, 0);
}

}
}
