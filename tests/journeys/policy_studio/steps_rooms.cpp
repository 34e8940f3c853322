// The steps that look into every room, and take in the rules of a handbook.
#include "tests/journeys/policy_studio/handbook.h"
#include "tests/journeys/policy_studio/policy_studio_journey.h"

#include <QLabel>
#include <QListView>
#include <QtTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;

void PolicyStudioJourney::lookIntoRooms()
{
    m_hand->dismissMessages();
    m_hand->goTo(u"Policies"_s);
    m_hand->choosePolicy(u"Territory"_s);
    m_hand->setTried(u"Territory"_s, u"DACH"_s);
    m_hand->expectOutcome(u"Everyone, by 4 Territory, as an exception"_s);
    m_hand->dismissMessages();
    look(u"policies"_s);
    const auto choose = [this](const QString& room, const QString& entry) {
        m_hand->goTo(room);
        m_hand->chooseRow(*m_hand->see<QListView>(room.toLower() + u"List"_s), entry);
        look(room.toLower());
    };
    choose(u"Tiers"_s, u"P1 Act now"_s);
    choose(u"Signals"_s, u"Looked at prices"_s);
    choose(u"Qualification"_s, u"Large enough"_s);
    choose(u"Schedules"_s, u"Office hours"_s);
    choose(u"Queues"_s, u"Enterprise desk"_s);
    choose(u"Alerts"_s, u"A large deal waits"_s);
    choose(u"Attributes"_s, u"import.department · department"_s);
    m_hand->goTo(u"Backtest"_s);
    look(u"backtest"_s);
}

void PolicyStudioJourney::takeHandbook()
{
    const auto handbook = keepHandbook(m_desk->file(u"handbook.json"_s));
    if (!handbook)
        QSKIP("The handbook of the shared data is missing.");
    m_hand->takeRulebook(m_desk->file(u"handbook.json"_s));
    QCOMPARE(m_hand->policies(), *handbook);
    m_hand->choosePolicy(u"Account Access"_s);
    QVERIFY2(m_hand->words(u"policySentence"_s).endsWith(u", send to Account Access."_s),
             qPrintable(m_hand->words(u"policySentence"_s)));
    m_hand->typeValues();
    m_hand->setTried(u"Intent"_s, u"Recover Password"_s);
    m_hand->expectOutcome(u"Account Access, by "_s);
    const auto* const state = m_desk->window().findChild<QLabel*>(u"problemsState"_s);
    m_hand->until(
        [&] {
            return state->text() == u"Nothing is wrong: every policy can fire, and every conversation is handled."_s;
        },
        u"the checker's word that nothing is wrong"_s);
}

}
