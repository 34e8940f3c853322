#include "app/commands/commands.h"

#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;

struct Ended {
    int status = -1;
    QString out;
    QString error;
};

// The real program, with a home of its own.
Ended runSignalbox(const QStringList& arguments, const QString& home)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, home);
    environment.insert(u"XDG_CONFIG_HOME"_s, home + u"/config"_s);
    environment.insert(u"XDG_DATA_HOME"_s, home + u"/data"_s);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(SIGNALBOX_PROGRAM), arguments);
    process.waitForFinished();
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

TEST(Commands, areAllInTheHelp)
{
    for (const Subcommand& command : subcommands())
        EXPECT_TRUE(helpText().contains(QString::fromLatin1(command.name))) << command.name;
}

TEST(Commands, namesTheNearestOneForAMistypedWord)
{
    EXPECT_EQ(nearestSubcommand(u"imprt"_s), u"import"_s);
    EXPECT_EQ(nearestSubcommand(u"weather"_s), QString());
}

TEST(Commands, printVersionAndHelpWithoutADisplay)
{
    const QTemporaryDir home;
    const Ended version = runSignalbox({u"--version"_s}, home.path());
    EXPECT_EQ(version.status, 0);
    EXPECT_TRUE(version.out.startsWith(u"signalbox "_s)) << version.out.toStdString();
    EXPECT_EQ(runSignalbox({u"--help"_s}, home.path()).out, helpText());
    EXPECT_TRUE(runSignalbox({u"import"_s, u"--help"_s}, home.path()).out.contains(u"--speed"_s));
}

TEST(Commands, refusesAnUnknownOneWithOneLine)
{
    const QTemporaryDir home;
    const Ended ended = runSignalbox({u"imprt"_s}, home.path());
    EXPECT_EQ(ended.status, 2);
    EXPECT_EQ(ended.error, u"signalbox: there is no command \"imprt\". Did you mean \"import\"?\n"_s);
}

TEST(Commands, importNeedsAFileAndAPossibleSpeed)
{
    const QTemporaryDir home;
    EXPECT_EQ(runSignalbox({u"import"_s}, home.path()).status, 2);
    EXPECT_EQ(runSignalbox({u"import"_s, u"x.tsv"_s, u"--speed"_s, u"fast"_s}, home.path()).status, 2);
    EXPECT_EQ(runSignalbox({u"import"_s, u"x.tsv"_s, u"--as"_s, u"word"_s}, home.path()).status, 2);
}

TEST(Commands, importNamesThePlaceOfAMistakeInTheMapping)
{
    const QTemporaryDir home;
    QFile mapping(home.filePath(u"m.json"_s));
    ASSERT_TRUE(mapping.open(QIODevice::WriteOnly));
    mapping.write(R"({"mapping": 1, "name": "visits", "separator": "comma"})");
    mapping.close();
    const QStringList call{u"import"_s, u"x.csv"_s, u"--mapping"_s, mapping.fileName()};
    const Ended bad = runSignalbox(call, home.path());
    EXPECT_EQ(bad.status, 2);
    EXPECT_TRUE(bad.error.contains(u"m.json: /separator: The separator is one of"_s)) << bad.error.toStdString();
    const Ended twice = runSignalbox(call + QStringList{u"--as"_s, u"multidogo"_s}, home.path());
    EXPECT_EQ(twice.status, 2);
    EXPECT_TRUE(twice.error.contains(u"leave --as out"_s)) << twice.error.toStdString();
}

TEST(Commands, importsAFileOnceAndFindsItThereTheSecondTime)
{
    const QTemporaryDir home;
    const QStringList call{u"import"_s, QStringLiteral(TEST_DATA "/import/parcels.tsv.gz"), u"--speed"_s, u"0"_s,
                           u"--json"_s};
    const Ended first = runSignalbox(call, home.path());
    EXPECT_EQ(first.status, 0) << first.error.toStdString();
    EXPECT_TRUE(first.out.contains(u"\"added\":3"_s)) << first.out.toStdString();
    const Ended second = runSignalbox(call, home.path());
    EXPECT_TRUE(second.out.contains(u"\"added\":0"_s)) << second.out.toStdString();
    EXPECT_TRUE(second.out.contains(u"\"already_there\":3"_s)) << second.out.toStdString();
}

}
}
