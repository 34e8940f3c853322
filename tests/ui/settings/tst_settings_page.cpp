#include "tests/support/ui_test.h"
#include "tests/support/page_fixture.h"
#include "tests/ui/conversation/desk_data.h"
#include "ui/settings/settings_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QtTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

struct Settings : PageFixture {
    Settings()
    {
        session = {AgentId{"ines"}, u"Ines Carvalho"_s, Role::Supervisor};
        page.resize(1208, 732);
        page.show();
        ChangeSet day = aDay();
        day.faq = {{FaqId{"hours"}, "When are you open?", "Monday to Friday, 9 to 18.", {"opening hours"}}, {FaqId{"ship"}, "How long does delivery take?", "Two weeks.", {}}};
        day.profile = CompanyProfile{"Lastenwerk", "Cargo bikes for businesses.", {{"Opening hours", "Monday to Friday, 9 to 18"}}};
        day.website = WebsiteChannel{true, "Talk to us", "Hello, how can we help?", "#0F6B73", {}};
        day.practiceOn = false;
        Q_EMIT port.changed(day);
        model.setGateway(u"http://127.0.0.1:8480"_s, {});
    }
    QWidget* pane(SettingsPage::Section section)
    {
        page.showSection(section);
        return page.findChild<QStackedWidget*>()->currentWidget();
    }
    SettingsPage page{context};
};

template <class T>
T* in(QWidget* pane, const QString& name) { return pane->findChild<T*>(name); }

}

class SettingsPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void looksAsItShould()
    {
        Settings settings;
        const QStringList names{u"channels"_s, u"faq"_s, u"profile"_s, u"agents"_s, u"practice"_s, u"appearance"_s};
        for (int i = 0; i < names.size(); ++i) {
            settings.pane(SettingsPage::Section(i));
            keepPictures(settings.page, settings.theme, u"settings-"_s + names[i]);
        }
    }

    void savesOnlyWhatChangedAndSaysWhatIsWrong()
    {
        Settings settings;
        QWidget* pane = settings.pane(SettingsPage::Section::Channels);
        auto* save = in<QPushButton>(pane, u"saveForm"_s);
        QVERIFY(!save->isEnabled());
        auto* color = in<QLineEdit>(pane, u"chatColor"_s);
        color->setFocus();
        color->selectAll();
        QTest::keyClicks(color, u"teal"_s);
        QVERIFY(save->isEnabled());
        save->click();
        QVERIFY(in<QLabel>(pane, u"chatColorError"_s)->isVisible());
        QVERIFY(settings.port.sent<SaveWebsiteChannel>().empty());
        color->selectAll();
        QTest::keyClicks(color, u"#224466"_s);
        save->click();
        QCOMPARE(settings.port.sent<SaveWebsiteChannel>().front().channel.accentColor, std::string("#224466"));
        settings.answerDone();
        QVERIFY(!save->isEnabled());
    }

    void refusesAnOriginWithAPath()
    {
        Settings settings;
        QWidget* pane = settings.pane(SettingsPage::Section::Channels);
        in<QPlainTextEdit>(pane, u"chatOrigins"_s)->setPlainText(u"https://example.com/shop"_s);
        in<QPushButton>(pane, u"saveForm"_s)->click();
        QVERIFY(in<QLabel>(pane, u"chatOriginsError"_s)->text().contains(u"without a path"_s));
    }

    void addsAQuestion()
    {
        Settings settings;
        QWidget* pane = settings.pane(SettingsPage::Section::Faq);
        in<QPushButton>(pane, u"faqListAdd"_s)->click();
        QTest::keyClicks(in<QLineEdit>(pane, u"faqQuestion"_s), u"Do you rent?"_s);
        in<QPlainTextEdit>(pane, u"faqAnswer"_s)->setPlainText(u"Yes, by the month."_s);
        in<QPlainTextEdit>(pane, u"faqAlsoAsked"_s)->setPlainText(u"rental\n\nhire a bike"_s);
        in<QPushButton>(pane, u"saveForm"_s)->click();
        const FaqEntry entry = settings.port.sent<SaveFaq>().front().entry;
        QVERIFY(!entry.id.empty());
        QCOMPARE(entry.question, std::string("Do you rent?"));
        QCOMPARE(entry.alsoAsked, (std::vector<std::string>{"rental", "hire a bike"}));
    }

    void bringsARemovedQuestionBack()
    {
        Settings settings;
        QWidget* pane = settings.pane(SettingsPage::Section::Faq);
        in<QPushButton>(pane, u"removeFaq"_s)->click();
        QCOMPARE(settings.port.sent<RemoveFaq>().front().entry.value, std::string("hours"));
        settings.answerDone();
        for (QPushButton* button : pane->findChildren<QPushButton*>())
            if (button->text().startsWith(u"Undo"_s))
                button->click();
        QCOMPARE(settings.port.sent<SaveFaq>().front().entry.answer, std::string("Monday to Friday, 9 to 18."));
    }

    void readsSkillsAsTheyAreWritten()
    {
        Settings settings;
        QWidget* pane = settings.pane(SettingsPage::Section::Agents);
        auto* skills = in<QPlainTextEdit>(pane, u"agentSkills"_s);
        skills->setPlainText(u"fleet 9"_s);
        in<QPushButton>(pane, u"saveForm"_s)->click();
        QVERIFY(in<QLabel>(pane, u"agentSkillsError"_s)->text().contains(u"from 1 to 5"_s));
        skills->setPlainText(u"fleet 3\nspanish"_s);
        in<QPushButton>(pane, u"saveForm"_s)->click();
        const Agent agent = settings.port.sent<SaveAgent>().front().agent;
        QCOMPARE(agent.skills, (std::vector<Skill>{{SkillId{"fleet"}, 3}, {SkillId{"spanish"}, 1}}));
    }

    void keepsWhatAPersonTakesAndWhen()
    {
        Settings settings;
        QWidget* pane = settings.pane(SettingsPage::Section::Agents);
        in<QLineEdit>(pane, u"agentLanguages"_s)->setText(u" de,en , de,"_s);
        in<QLineEdit>(pane, u"agentTerritories"_s)->setText(u"North"_s);
        in<QLineEdit>(pane, u"agentProductLines"_s)->setText(u"Long tails, Trikes"_s);
        in<QLineEdit>(pane, u"agentLeastDeal"_s)->setText(u"5000"_s);
        in<QLineEdit>(pane, u"agentMostDeal"_s)->setText(u"99999.5"_s);
        in<QPlainTextEdit>(pane, u"agentLeave"_s)
            ->setPlainText(u"2026-07-06 to 2026-07-17\n2026-08-03 13:00 to 2026-08-03 17:30"_s);
        in<QPushButton>(pane, u"saveForm"_s)->click();
        const Agent agent = settings.port.sent<SaveAgent>().front().agent;
        QCOMPARE(agent.languages, (std::vector<std::string>{"de", "en"}));
        QCOMPARE(agent.territories, std::vector<std::string>{"North"});
        QCOMPARE(agent.productLines, (std::vector<std::string>{"Long tails", "Trikes"}));
        QCOMPARE(agent.leastDeal, std::optional(5000.0));
        QCOMPARE(agent.mostDeal, std::optional(99999.5));
        QCOMPARE(agent.leave,
                 (std::vector<Leave>{{*fromIso8601("2026-07-06T00:00:00Z"), *fromIso8601("2026-07-18T00:00:00Z")},
                                     {*fromIso8601("2026-08-03T13:00:00Z"), *fromIso8601("2026-08-03T17:30:00Z")}}));
        settings.answerDone();
        QCOMPARE(in<QPlainTextEdit>(pane, u"agentLeave"_s)->toPlainText(),
                 u"2026-07-06 to 2026-07-17\n2026-08-03 13:00 to 2026-08-03 17:30"_s);
        QCOMPARE(in<QLineEdit>(pane, u"agentMostDeal"_s)->text(), u"99999.5"_s);
    }

    void saysWhatIsWrongWithDealsAndLeave()
    {
        Settings settings;
        QWidget* pane = settings.pane(SettingsPage::Section::Agents);
        in<QLineEdit>(pane, u"agentLeastDeal"_s)->setText(u"lots"_s);
        in<QPlainTextEdit>(pane, u"agentLeave"_s)->setPlainText(u"2026-07-17 to 2026-07-06"_s);
        in<QPushButton>(pane, u"saveForm"_s)->click();
        QVERIFY(in<QLabel>(pane, u"agentLeastDealError"_s)->text().contains(u"as a number"_s));
        QVERIFY(in<QLabel>(pane, u"agentLeaveError"_s)->text().contains(u"ends before it begins"_s));
        in<QLineEdit>(pane, u"agentLeastDeal"_s)->setText(u"100"_s);
        in<QLineEdit>(pane, u"agentMostDeal"_s)->setText(u"99"_s);
        in<QPlainTextEdit>(pane, u"agentLeave"_s)->setPlainText(u"next week"_s);
        in<QPushButton>(pane, u"saveForm"_s)->click();
        QVERIFY(in<QLabel>(pane, u"agentMostDealError"_s)->text().contains(u"smaller"_s));
        QVERIFY(in<QLabel>(pane, u"agentLeaveError"_s)->text().contains(u"first and the last day"_s));
        QVERIFY(settings.port.sent<SaveAgent>().empty());
    }

    void keepsTheScheduleOfAPersonThoughTheRulebookLostIt()
    {
        Settings settings;
        ChangeSet changes;
        AgentOnScreen person = settings.model.agents().begin()->second;
        person.agent.id = {"aaron"};
        person.agent.name = "Aaron Bell";
        person.agent.schedule = {"nights"};
        changes.agents = {person};
        Q_EMIT settings.port.changed(changes);
        QWidget* pane = settings.pane(SettingsPage::Section::Agents);
        auto* list = pane->findChild<QListView*>(u"agentList"_s);
        list->setCurrentIndex(list->model()->index(0, 0));
        auto* schedule = in<QComboBox>(pane, u"agentSchedule"_s);
        QCOMPARE(schedule->currentText(), u"nights (not in the rulebook)"_s);
        schedule->setCurrentIndex(0);
        Q_EMIT schedule->activated(0);
        in<QPushButton>(pane, u"saveForm"_s)->click();
        QVERIFY(settings.port.sent<SaveAgent>().front().agent.schedule.empty());
    }

    void letsAnAgentReadButNotChange()
    {
        Settings settings;
        Session agent = settings.session;
        agent.role = Role::Agent;
        settings.model.setSession(agent);
        QWidget* pane = settings.pane(SettingsPage::Section::Profile);
        QVERIFY(!in<QLineEdit>(pane, u"companyName"_s)->isEnabled());
        QVERIFY(!in<QPushButton>(pane, u"saveForm"_s)->isVisible());
    }

    void switchesPracticeBackWhenItIsRefused()
    {
        Settings settings;
        QWidget* pane = settings.pane(SettingsPage::Section::Practice);
        auto* practice = in<QCheckBox>(pane, u"practiceSwitch"_s);
        practice->click();
        QVERIFY(settings.port.sent<SwitchPractice>().front().on);
        settings.answerRefused(u"Not now."_s);
        QVERIFY(!practice->isChecked());
    }
};

SIGNALBOX_UI_TEST(SettingsPageTest)
#include "tst_settings_page.moc"
