// The whole main job: a visitor asks what the FAQ knows and gets the cited answer, asks for a person, the offer appears at
// an agent's desk, is accepted and answered, the reply reaches the visitor, the conversation is closed; then `explain` and
// `verify` agree with what happened.
#include "visitor.h"

#include "app/composition.h"
#include "app/console/sample_workspace.h"

#include <QtTest>
#include <QAbstractItemView>
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30000;   // milliseconds; a browser on a busy machine

struct Finished {
    int status = -1;
    QString output;
};

Finished runSignalbox(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral(SIGNALBOX_PROGRAM), arguments);
    process.waitForFinished(patience);
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError())};
}

std::function<bool(const QJsonObject&)> message(const QString& author, const QString& part, const QString& from = {})
{
    return [=](const QJsonObject& line) {
        return line["event"_L1].toString() == u"message"_s && line["author"_L1].toString() == author
            && line["text"_L1].toString().contains(part) && line["from"_L1].toString().contains(from);
    };
}

}

class MainJobJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aVisitorIsAnsweredByTheAiAndThenByAnAgent();

private:
    // A control of the window that a person could use right now.
    template <class Control>
    Control* control(const QString& name) const;
    void choose(const QString& button, const QString& menu, const std::function<bool(const QAction&)>& fits);
    void sitDownAs(const QString& agent);
    void openConsole();
    void shoot(const QString& name) const;

    QTemporaryDir m_folder;
    std::unique_ptr<Surroundings> m_around;
    std::unique_ptr<Composition> m_console;
    QWidget* m_window = nullptr;
};

template <class Control>
Control* MainJobJourney::control(const QString& name) const
{
    const auto all = m_window->findChildren<Control*>(name);
    for (Control* const candidate : all)
        if (candidate->isVisible() && candidate->isEnabled())
            return candidate;
    return nullptr;
}

void MainJobJourney::shoot(const QString& name) const
{
    if (const QString folder = qEnvironmentVariable("SIGNALBOX_SCREENSHOTS"); !folder.isEmpty())
        m_window->grab().save(folder + u"/journey-"_s + name + u".png"_s);
}

void MainJobJourney::initTestCase()
{
    QVERIFY(m_folder.isValid());
    qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8());
    m_around = std::make_unique<Surroundings>();
    m_around->theme.applyTo(*qApp);
    openConsole();
}

void MainJobJourney::openConsole()
{
    const auto workspace = std::filesystem::path(m_folder.filePath(u"journey.signalbox"_s).toStdString());
    auto host = RouterHost::start(workspace, std::make_unique<SystemClock>());
    QVERIFY2(host, host ? "" : host.error().message.c_str());
    const auto commands = sampleCommands();
    QVERIFY2(commands, commands ? "" : commands.error().message.c_str());
    const auto performed = performAll(**host, *commands);
    QVERIFY2(performed, performed ? "" : performed.error().message.c_str());

    GatewaySettings gateway;
    gateway.port = 0;
    m_console = std::make_unique<Composition>(*m_around, std::move(*host), gateway);
    m_console->showWindow();
    for (QWidget* const window : QApplication::topLevelWidgets())
        if (window->objectName() == u"mainWindow"_s)
            m_window = window;
    QVERIFY(m_window);
    m_window->resize(1440, 900);
    QVERIFY(QTest::qWaitForWindowExposed(m_window, patience));
}

// Opens the menu behind a button and clicks the entry that fits, as a person would.
void MainJobJourney::choose(const QString& button, const QString& menu, const std::function<bool(const QAction&)>& fits)
{
    QPushButton* opener = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((opener = control<QPushButton>(button)), patience);
    QTest::mouseClick(opener, Qt::LeftButton);
    QMenu* opened = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((opened = control<QMenu>(menu)), patience);
    for (QAction* const action : opened->actions())
        if (action->isEnabled() && fits(*action))
            return QTest::mouseClick(opened, Qt::LeftButton, {}, opened->actionGeometry(action).center());
    QFAIL(qPrintable(u"Nothing to choose in "_s + menu));
}

void MainJobJourney::sitDownAs(const QString& agent)
{
    QTRY_VERIFY_WITH_TIMEOUT(control<QPushButton>(u"presencePicker"_s), patience);   // the workspace has been read
    choose(u"desk"_s, u"deskMenu"_s, [&](const QAction& action) { return action.objectName() == u"desk-"_s + agent; });
    choose(u"presencePicker"_s, u"presenceMenu"_s, [](const QAction& action) { return action.text() == u"Online"_s; });
}

void MainJobJourney::aVisitorIsAnsweredByTheAiAndThenByAnAgent()
{
    sitDownAs(u"femke"_s);
    const auto* const gateway = m_window->findChild<QLabel*>(u"statusGateway"_s);
    QVERIFY(gateway);
    QTRY_VERIFY_WITH_TIMEOUT(gateway->text().contains(u"http://127.0.0.1:"_s), patience);
    const QString address = gateway->text().mid(gateway->text().indexOf(u"http"_s));

    Visitor visitor(address + u"/demo"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(visitor.isReady(), qPrintable(visitor.complaints()), patience);
    visitor.write(u"How far does the bike go on one charge?"_s);
    QTRY_VERIFY_WITH_TIMEOUT(visitor.hasSeen(message(u"AI assistant"_s, u"60 to 80 km"_s, u"From:"_s)), patience);

    visitor.askForPerson();
    QPushButton* accept = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((accept = control<QPushButton>(u"acceptOffer"_s)), patience);
    shoot(u"offer"_s);
    QTest::mouseClick(accept, Qt::LeftButton);

    QPlainTextEdit* composer = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((composer = control<QPlainTextEdit>(u"messageText"_s)), patience);
    QTest::mouseClick(composer->viewport(), Qt::LeftButton);
    QTest::keyClicks(composer, u"Hello, Femke here. With two batteries you ride 150 km."_s);
    shoot(u"reply"_s);
    QTest::keyClick(composer, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(visitor.hasSeen(message(u"Femke Adeyro"_s, u"With two batteries you ride 150 km."_s)), patience);

    visitor.write(u"What is the range?"_s);   // the FAQ knows it, and still the AI stays silent
    auto* const list = m_window->findChild<QAbstractItemView*>(u"transcript"_s);
    QVERIFY(list);
    QTRY_VERIFY_WITH_TIMEOUT(list->model()->index(list->model()->rowCount() - 1, 0).data(Qt::AccessibleTextRole).toString()
                                 .contains(u"What is the range?"_s), patience);
    shoot(u"answered"_s);

    auto* const close = m_window->findChild<QAction*>(u"closeAs_resolved"_s);
    QVERIFY(close && close->isEnabled());
    close->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(visitor.hasSeen([](const QJsonObject& line) {
        return line["event"_L1].toString() == u"owner"_s && line["text"_L1].toString().contains(u"ended"_s, Qt::CaseInsensitive);
    }), patience);
    const auto answers = std::count_if(visitor.seen().begin(), visitor.seen().end(), message(u"AI assistant"_s, u"60 to 80 km"_s));
    QCOMPARE(answers, 1);

    m_console.reset();   // the workspace is free again
    const QString workspace = m_folder.filePath(u"journey.signalbox"_s);
    const Finished explained = runSignalbox({u"explain"_s, u"1"_s, u"--workspace"_s, workspace});
    QCOMPARE(explained.status, 0);
    QVERIFY2(explained.output.contains(u"Femke Adeyro"_s), qPrintable(explained.output));
    QVERIFY2(explained.output.contains(u"person"_s), qPrintable(explained.output));
    const Finished verified = runSignalbox({u"verify"_s, u"--workspace"_s, workspace});
    QVERIFY2(verified.status == 0, qPrintable(verified.output));
}

}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    signalbox::test::MainJobJourney journey;
    return QTest::qExec(&journey, argc, argv);
}

#include "journey_main_job.moc"
