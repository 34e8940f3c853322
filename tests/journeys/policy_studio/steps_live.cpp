// The steps in which visitors write: the draft beside the live rulebook, publishing, what comes in afterwards, and the way back.
#include "tests/journeys/policy_studio/by_keyboard.h"
#include "tests/journeys/policy_studio/policy_studio_journey.h"
#include "ui/policies/flow/flow_table_model.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTableView>
#include <QtTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;

void PolicyStudioJourney::runBeside()
{
    m_hand->goTo(u"Backtest"_s);
    m_hand->chooseTab(u"backtestTabs"_s, u"Live traffic"_s);
    m_hand->click(u"startShadow"_s);
    m_hand->see<QPushButton>(u"stopShadow"_s);
    for (const QString& visitor : {u"Nils Holm"_s, u"Astrid Lie"_s})
        m_desk->visitorWrites(visitor, Channel::Website,
                              {{"page.path", Value(std::string("/insurance/claims")), "website", {}}},
                              u"I want to report a claim."_s);
    m_hand->until(
        [this] {
            return m_hand->sees(u"shadowList"_s) && m_hand->see<QListView>(u"shadowList"_s)->model()->rowCount() == 2;
        },
        u"the two conversations that part"_s);
    m_hand->dismissMessages();
    look(u"shadow"_s);
    m_hand->openLive();
    QCOMPARE(m_hand->ownerOf(u"Nils Holm"_s), u"Everyone"_s);   // it has no effect
    m_hand->openPolicies();
    m_hand->click(u"stopShadow"_s);
    m_hand->until([this] { return !m_hand->sees(u"stopShadow"_s); }, u"its end"_s);
}

void PolicyStudioJourney::publish()
{
    m_desk->visitorWrites(u"Ola Nordmann"_s, Channel::Website,
                          {{"page.path", Value(std::string("/insurance/quote")), "website", {}}},
                          u"What does it cost?"_s);
    m_hand->openLive();
    QCOMPARE(m_hand->ownerOf(u"Ola Nordmann"_s), u"Everyone"_s);
    m_hand->openPolicies();
    m_hand->click(u"publishDraft"_s);
    m_hand->write(u"publishNote"_s, u"Six departments, each with its own desk"_s);
    m_hand->click(u"confirmPublish"_s);
    m_hand->until(
        [this] {
            return m_hand->sees(u"draftMessage"_s)
                && m_hand->words(u"draftMessage"_s).startsWith(u"Version 2 is live."_s);
        },
        u"the word that version 2 is live"_s);
    m_hand->expectLive(2);
    m_desk->visitorWrites(u"Kari Nordmann"_s, Channel::Website,
                          {{"page.path", Value(std::string("/insurance/quote")), "website", {}}}, u"Hello?"_s);
    m_desk->visitorWrites(u"Berta Buyer"_s, Channel::Api, {{"crm.deal_size", Value(80'000.0), "crm", {}}},
                          u"We are ready to sign."_s);
    m_hand->openLive();
    QCOMPARE(m_hand->ownerOf(u"Kari Nordmann"_s), u"Insurance desk"_s);
    QCOMPARE(m_hand->ownerOf(u"Berta Buyer"_s), u"Enterprise desk"_s);
    QCOMPARE(m_hand->ownerOf(u"Ola Nordmann"_s), u"Insurance desk"_s);   // whoever waits is decided anew
}

void PolicyStudioJourney::importMore()
{
    m_hand->openPolicies();
    m_hand->goTo(u"Flow"_s);
    m_hand->choose(u"flowOrigin"_s, u"Imported"_s);
    for (const QString& file : m_past.laterFiles)
        m_hand->importConversations(file);
    m_hand->dismissMessages();
    m_hand->choose(u"flowPeriod"_s, u"Whole history"_s);
    if (!m_past.isReal)
        return;
    const auto all = m_past.departments.size() * m_past.conversations * 2;
    m_hand->click(u"flowAsTable"_s);
    const auto taken = [this](const QString& policy) {
        const QAbstractItemModel& table = *m_hand->see<QTableView>(u"flowTable"_s)->model();
        for (int row = 0; row < table.rowCount(); ++row)
            if (table.index(row, FlowTableModel::PolicyColumn).data().toString() == policy)
                return table.index(row, FlowTableModel::TakenColumn).data().toString();
        return QString();
    };
    for (const QString& desk : sixTrades::desks())
        m_hand->until([&] { return taken(desk.chopped(5)) == QString::number(m_past.conversations); },
                      u"%1 conversations of %2 among %3"_s.arg(m_past.conversations).arg(desk).arg(all));
    m_hand->click(u"flowAsPicture"_s);
    look(u"flow"_s);
}

void PolicyStudioJourney::rollBack()
{
    m_hand->openPolicies();
    m_hand->goTo(u"Versions"_s);
    m_hand->chooseRow(*m_hand->see<QTableView>(u"versionsTable"_s), u"v1"_s);
    const auto sayWhy = [this](QWidget& dialog) {
        m_hand->write(*dialog.findChild<QLineEdit*>(), u"The desks are not staffed yet"_s);
        m_hand->press(Qt::Key_Return);
    };
    m_hand->whenAsked(u"askText"_s, sayWhy, [this] { m_hand->click(u"publishAgain"_s); });
    m_hand->expectLive(3);
    m_hand->until(
        [this] {
            return m_hand->see<QTableView>(u"versionsTable"_s)->model()->index(0, 0).data().toString() == u"v3 live"_s;
        },
        u"version 3 on top"_s);
    m_hand->chooseRow(*m_hand->see<QTableView>(u"versionsTable"_s), u"v2"_s);
    m_hand->until([this] { return m_hand->words(u"proofState"_s) == u"These are all."_s; }, u"all that v2 changed"_s);
    m_hand->dismissMessages();
    look(u"versions"_s);
    m_desk->visitorWrites(u"Per Hansen"_s, Channel::Website,
                          {{"page.path", Value(std::string("/insurance/quote")), "website", {}}},
                          u"Is anybody there?"_s);
    m_hand->openLive();
    QCOMPARE(m_hand->ownerOf(u"Per Hansen"_s), u"Everyone"_s);
}

void PolicyStudioJourney::withoutMouse()
{
    m_hand->press(Qt::CTRL | Qt::Key_3);   // Policies
    m_hand->press(Qt::ALT | Qt::Key_1);    // their room
    writePolicyByKeys(*m_hand);
    QCOMPARE(m_hand->policies().front(), u"Leaving us"_s);
    QCOMPARE(m_hand->words(u"policySentence"_s),
             u"If message contains “cancel my contract” and language is not fr, send to Everyone."_s);
    m_hand->press(Qt::CTRL | Qt::SHIFT | Qt::Key_P);
    m_hand->until([this] { return m_hand->see<QLineEdit>(u"publishNote"_s)->hasFocus(); },
                  u"the keyboard in the note"_s);
    m_hand->type(u"Who leaves talks to a person"_s);
    m_hand->see<QPushButton>(u"confirmPublish"_s);   // as soon as it may be
    m_hand->press(Qt::Key_Return);
    m_hand->expectLive(4);
}

}
