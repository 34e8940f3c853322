#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;

struct Ended {
    int status = -1;
    QByteArray out;
};

Ended runCheck(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral(SIGNALBOX_PROGRAM), QStringList{u"check"_s} + arguments);
    process.waitForFinished();
    return {process.exitCode(), process.readAllStandardOutput()};
}

QString write(const QTemporaryDir& folder, const QString& name, const QByteArray& text)
{
    QFile file(folder.filePath(name));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(text);
    return file.fileName();
}

const QByteArray all = R"({"id":"all","when":{"all":[]},"actions":[{"type":"answer_with_ai"}]})";
const QByteArray never
    = R"({"id":"never","when":{"attr":"a","op":"lt","value":1},"actions":[{"type":"keep_with_ai"}]})";

TEST(CheckCommand, printsALineOfJsonForEachFinding)
{
    const QTemporaryDir folder;
    const Ended ended
        = runCheck({u"--json"_s, u"--rulebook"_s, write(folder, u"rules.json"_s, "[" + all + "," + never + "]")});
    EXPECT_EQ(ended.status, 1);
    EXPECT_EQ(ended.out.toStdString(),
              R"({"kind":"unreachable","policy":"never","hidden_by":["all"],"witness":null,)"
              R"("message":"never can never fire: all takes every context it would handle.","place":"/1"})"
              "\n");
}

TEST(CheckCommand, isDoneWhenNothingIsFound)
{
    const QTemporaryDir folder;
    const QString rules = write(folder, u"rules.json"_s, "[" + all + "]");
    EXPECT_EQ(runCheck({u"--rulebook"_s, rules}).status, 0);
    EXPECT_EQ(runCheck({u"--rulebook"_s, rules, u"--against"_s, rules}).out,
              "No behaviour changes: both decide the same for every context.\n");
}

TEST(CheckCommand, givesTheFaultsOfADocumentAsFindings)
{
    const QTemporaryDir folder;
    const Ended ended = runCheck({u"--json"_s, u"--rulebook"_s, write(folder, u"rules.json"_s, R"([{"id":1}])")});
    EXPECT_EQ(ended.status, 1);
    EXPECT_TRUE(ended.out.startsWith(R"({"kind":"error","policy":null)")) << ended.out.toStdString();
}

TEST(CheckCommand, refusesWhatItCannotOpen)
{
    EXPECT_EQ(runCheck({u"--rulebook"_s, u"/nowhere/rules.json"_s}).status, 2);
    EXPECT_EQ(runCheck({}).status, 2);
}

}
}
