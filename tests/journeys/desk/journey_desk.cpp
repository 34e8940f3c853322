// The desk: an agent's hour on what real visitors said, and a lead's on the floor, both with nothing but the keyboard. Each
// step goes on where the one before ended.
#include "app/console/sample_workspace.h"
#include "tests/journeys/desk/dialogues.h"
#include "tests/journeys/desk/seat.h"
#include "tests/journeys/support/desk.h"

#include <QtTest>
#include <QAbstractItemView>
#include <QApplication>
#include <QMenu>
#include <QPlainTextEdit>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

Agent person(const char* id, const char* name, Role role, int capacity)
{
    Agent agent;
    agent.id.value = id;
    agent.name = name;
    agent.role = role;
    agent.team = "Sales";
    agent.capacity = capacity;
    return agent;
}

std::vector<Command> workspace()
{
    auto commands = emptyCommands("Six Trades");
    if (!commands)
        throw Slip(QString::fromStdString(commands.error().message));
    commands->push_back({0, SaveAgent{person("leila", "Leila Haddad", Role::Agent, 6), {}}});
    commands->push_back({0, SaveAgent{person("mark", "Mark Ashdown", Role::Lead, 2), {}}});
    commands->push_back({0, SaveAgent{person("ursula", "Ursula Berg", Role::Supervisor, 0), {}}});
    DeskSettings desk;
    desk.cannedReplies = {{"moment", "One moment", "One moment, {{visitor.name}}, I am looking it up."}};
    commands->push_back({0, SaveDeskSettings{desk, {}}});
    return std::move(*commands);
}

}

class DeskJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase() { m_desk.reset(); }

    void theAgentSitsDownAndIsOfferedWork() { go(&DeskJourney::sitDown); }
    void aReplyCanBeTakenBackAndThenReachesTheVisitor() { go(&DeskJourney::reply); }
    void aCannedReplyIsFilledIn() { go(&DeskJourney::cannedReply); }
    void aNoteCallsAColleague() { go(&DeskJourney::note); }
    void whatWaitsIsPutAsideAndComesBack() { go(&DeskJourney::holdAndComeBack); }
    void aPromiseIsKeptInTheList() { go(&DeskJourney::followUp); }
    void itIsSaidWhyItCame() { go(&DeskJourney::why); }
    void oneIsClosedAndTheClosingTakenBack() { go(&DeskJourney::closeAndReopen); }
    void oneGoesBackToTheAiWithANote() { go(&DeskJourney::transfer); }
    void theKeysAreToldOnASheet() { go(&DeskJourney::keys); }
    void aHandIsRaised() { go(&DeskJourney::raiseHand); }
    void theLeadSeesTheHandAndWhispers() { go(&DeskJourney::whisper); }
    void theLeadRaisesItsTierAndTakesItOver() { go(&DeskJourney::takeOver); }

private:
    void go(void (DeskJourney::*step)());
    void keepPicture(const QString& name) const;
    const QString& visitor(std::size_t at) const { return m_dialogues.at(at).visitor; }
    void visitorComes(std::size_t at);

    void sitDown();
    void reply();
    void cannedReply();
    void note();
    void holdAndComeBack();
    void followUp();
    void why();
    void closeAndReopen();
    void transfer();
    void keys();
    void raiseHand();
    void whisper();
    void takeOver();

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Seat> m_seat;
    std::vector<Dialogue> m_dialogues;
    bool m_stuck = false;   // a step failed: those after it have no ground
};

void DeskJourney::initTestCase()
{
    try {
        bool real = false;
        m_dialogues = dialogues(real);
        if (!real)
            qWarning("The shared dialogues are missing: the visitors say lines of our own.");
        m_desk = std::make_unique<Desk>(workspace());
        m_seat = std::make_unique<Seat>();
    } catch (const Slip& slip) {
        QFAIL(slip.what());
    }
}

void DeskJourney::init()
{
    if (m_stuck)
        QSKIP("A step before this one failed.");
}

void DeskJourney::keepPicture(const QString& name) const
{
    if (const QString folder = qEnvironmentVariable("SIGNALBOX_SCREENSHOTS"); !folder.isEmpty())
        m_desk->window().grab().save(u"%1/desk-%2.png"_s.arg(folder, name));
}

void DeskJourney::go(void (DeskJourney::*step)())
{
    m_stuck = true;
    try {
        (this->*step)();
    } catch (const Slip& slip) {
        keepPicture(u"stuck"_s);
        QFAIL(slip.what());
    }
    m_stuck = QTest::currentTestFailed();
}

void DeskJourney::visitorComes(std::size_t at)
{
    const Dialogue& dialogue = m_dialogues.at(at);
    for (const QString& words : dialogue.says)
        m_desk->visitorWrites(dialogue.visitor, Channel::Website,
                              {{"visitor.name", Value(dialogue.visitor.toStdString()), "widget", {}}}, words);
    m_desk->visitorAsksForPerson(dialogue.visitor, Channel::Website);
}

void DeskJourney::sitDown()
{
    m_seat->sitDownAs(u"Leila Haddad"_s);
    m_seat->goToMyWork();
    visitorComes(0);
    m_seat->acceptOffer();
    m_seat->until([&] { return m_seat->shown() == visitor(0); }, u"the accepted conversation"_s);
    for (const QString& words : m_dialogues[0].says)
        m_seat->expectIn(&Seat::transcript, words);
}

void DeskJourney::reply()
{
    m_seat->say(u"Good morning, this is Leyla."_s);
    m_seat->press(QKeySequence::Undo);
    m_seat->until([&] { return m_seat->see<QPlainTextEdit>(u"messageText"_s)->toPlainText().contains(u"Leyla"_s); },
                  u"the words back in the composer"_s);
    m_seat->press(QKeySequence::SelectAll);
    m_seat->say(u"Good morning, this is Leila."_s);
    visitorComes(1);
    m_seat->acceptOffer();   // leaving the first one sends what waits
    m_seat->until([&] { return m_desk->heardBy(visitor(0)).contains(u"Good morning, this is Leila."_s); },
                  u"the reply at the visitor"_s);
    QVERIFY(!m_desk->heardBy(visitor(0)).join(u' ').contains(u"Leyla"_s));
}

void DeskJourney::cannedReply()
{
    m_seat->press(Qt::CTRL | Qt::SHIFT | Qt::Key_R);
    m_seat->type(u"/mom"_s);
    m_seat->see<QWidget>(u"completions"_s);
    m_seat->press(Qt::Key_Return);
    const QString expected = u"One moment, %1, I am looking it up."_s.arg(visitor(1));
    m_seat->until([&] { return m_seat->see<QPlainTextEdit>(u"messageText"_s)->toPlainText().trimmed() == expected; },
                  expected);
    m_seat->press(Qt::CTRL | Qt::Key_Return);
    m_seat->open(visitor(0));
    m_seat->until([&] { return m_desk->heardBy(visitor(1)).contains(expected); }, u"the canned reply at the visitor"_s);
}

void DeskJourney::note()
{
    m_seat->press(Qt::CTRL | Qt::SHIFT | Qt::Key_N);
    m_seat->type(u"Known to @Mar"_s);
    m_seat->see<QWidget>(u"completions"_s);
    m_seat->press(Qt::Key_Return);
    m_seat->press(Qt::CTRL | Qt::Key_Return);
    m_seat->expectIn(&Seat::transcript, u"Known to @Mark Ashdown"_s);
    QVERIFY(!m_desk->heardBy(visitor(0)).join(u' ').contains(u"Known to"_s));
}

void DeskJourney::holdAndComeBack()
{
    m_seat->press(Qt::CTRL | Qt::SHIFT | Qt::Key_L);
    m_seat->pressIn(u"holdDialog"_s, Qt::Key_Return);
    m_seat->expectIn(&Seat::workList, u"On hold · 1"_s);
    m_desk->visitorWrites(visitor(0), Channel::Website, {}, u"Are you still there?"_s);
    m_seat->until([&] { return !m_seat->workList().join(u'\n').contains(u"On hold"_s); }, u"the conversation back"_s);
    m_seat->say(u"Yes, I am here."_s);
}

void DeskJourney::followUp()
{
    m_seat->press(Qt::CTRL | Qt::SHIFT | Qt::Key_M);
    m_seat->see<QWidget>(u"followUpDialog"_s);
    m_seat->tabTo(u"followUpNote"_s);
    m_seat->type(u"Call back about the booking"_s);
    m_seat->pressIn(u"followUpDialog"_s, Qt::Key_Return);
    m_seat->expectIn(&Seat::workList, u"Call back about the booking"_s);
    keepPicture(u"work"_s);
}

void DeskJourney::why()
{
    m_seat->tabTo(u"showWhy"_s);
    m_seat->press(Qt::Key_Space);
    m_seat->see<QWidget>(u"whyVerdict"_s);
    keepPicture(u"why"_s);
    m_seat->press(Qt::Key_Escape);
    m_seat->until([&] { return m_seat->shown() == visitor(0); }, u"the way back"_s);
}

void DeskJourney::closeAndReopen()
{
    m_seat->open(visitor(1));
    m_seat->press(Qt::CTRL | Qt::SHIFT | Qt::Key_X);
    m_seat->see<QMenu>(u"outcomesMenu"_s);
    m_seat->press(Qt::Key_Down);
    m_seat->press(Qt::Key_Return);   // resolved
    m_seat->until([&] { return m_seat->shown() != visitor(1); }, u"the closed conversation to leave"_s);
    m_seat->press(QKeySequence::Undo);
    m_seat->until([&] { return m_seat->shown() == visitor(1); }, u"the conversation again"_s);
    m_seat->expectIn(&Seat::workList, visitor(1));
}

void DeskJourney::transfer()
{
    visitorComes(2);
    m_seat->acceptOffer();
    m_seat->until([&] { return m_seat->shown() == visitor(2); }, u"the accepted conversation"_s);
    m_seat->press(Qt::CTRL | Qt::SHIFT | Qt::Key_T);
    m_seat->see<QWidget>(u"transferDialog"_s);
    m_seat->type(u"AI"_s);
    m_seat->tabTo(u"moveNote"_s);
    m_seat->type(u"Only asks for the opening hours"_s);
    m_seat->pressIn(u"transferDialog"_s, Qt::CTRL | Qt::Key_Return);
    m_seat->expectIn(&Seat::workList, u"Not yours"_s);
    m_seat->expectIn(&Seat::transcript, u"Only asks for the opening hours"_s);
}

void DeskJourney::keys()
{
    m_seat->press(Qt::Key_F1);
    m_seat->see<QWidget>(u"keysWords"_s);
    m_seat->type(u"Transfer"_s);
    keepPicture(u"keys"_s);
    m_seat->pressIn(u"keysSheet"_s, Qt::Key_Escape);
}

void DeskJourney::raiseHand()
{
    m_seat->open(visitor(0));
    m_seat->press(Qt::CTRL | Qt::SHIFT | Qt::Key_Y);
    m_seat->see<QWidget>(u"handWords"_s);
    m_seat->type(u"May I give ten per cent?"_s);
    m_seat->pressIn(u"handDialog"_s, Qt::Key_Return);
}

void DeskJourney::whisper()
{
    m_seat->sitDownAs(u"Mark Ashdown"_s);
    m_seat->goToLive();
    m_seat->press(Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    m_seat->tabTo(u"floorTree"_s);
    auto* const tree = m_seat->see<QAbstractItemView>(u"floorTree"_s);
    m_seat->press(Qt::Key_Home);
    QVERIFY2(tree->currentIndex().data().toString().contains(visitor(0)),
             qPrintable(tree->currentIndex().data().toString()));
    m_seat->press(Qt::Key_W);
    m_seat->see<QWidget>(u"whisperNote"_s);
    m_seat->type(u"Five at most."_s);
    m_seat->pressIn(u"whisper"_s, Qt::CTRL | Qt::Key_Return);
    keepPicture(u"floor"_s);
}

void DeskJourney::takeOver()
{
    m_seat->press(Qt::Key_P);
    m_seat->see<QWidget>(u"tierDialog"_s);
    m_seat->tabTo(u"tierReason"_s);
    m_seat->type(u"A large customer"_s);
    m_seat->pressIn(u"tierDialog"_s, Qt::Key_Return);
    m_seat->press(Qt::Key_T);
    m_seat->goToMyWork();
    m_seat->expectIn(&Seat::workList, visitor(0));
    m_seat->open(visitor(0));
    m_seat->expectIn(&Seat::transcript, u"Five at most."_s);
    m_seat->say(u"Mark here, I take over from Leila."_s);
    m_seat->open(visitor(2));
    m_seat->until([&] { return m_desk->heardBy(visitor(0)).contains(u"Mark here, I take over from Leila."_s); },
                  u"the lead's reply at the visitor"_s);
}

}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    signalbox::test::DeskJourney journey;
    return QTest::qExec(&journey, argc, argv);
}

#include "journey_desk.moc"
