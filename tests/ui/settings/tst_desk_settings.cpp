#include "tests/support/page_fixture.h"
#include "tests/support/ui_test.h"
#include "ui/settings/alert_post_pane.h"
#include "ui/settings/canned_pane.h"
#include "ui/settings/desk_pane.h"
#include "ui/settings/settings_page.h"
#include "ui/shared/notice_settings.h"
#include "ui/shared/quiet_combo.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QtTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

struct DeskPage : PageFixture {
    explicit DeskPage(SettingsPage::Section section, Role role = Role::Lead)
    {
        session.role = role;
        page.resize(1208, 732);
        page.show();
        page.showSection(section);
        ChangeSet day;
        day.agents = {anAgent("leila", "Leila Haddad", "Fleet", Presence::Online, 0, 4, role)};
        DeskSettings settings;
        settings.presenceStates = {{"lunch", "Lunch", Presence::OnBreak}};
        settings.cannedReplies = {{"thanks", "Thanks", "Thank you, {{visitor.name}}."}};
        day.deskSettings = settings;
        Q_EMIT port.changed(day);
    }
    SettingsPage page{context};
};

struct OnDesk : DeskPage {
    explicit OnDesk(Role role = Role::Lead)
        : DeskPage(SettingsPage::Section::Desk, role), pane(page.findChild<DeskPane*>())
    {
    }
    template <class T>
    T* find(const char* name)
    {
        return pane->findChild<T*>(QLatin1String(name));
    }
    DeskPane* pane;
};

struct OnCanned : DeskPage {
    OnCanned() : DeskPage(SettingsPage::Section::CannedReplies), pane(page.findChild<CannedPane*>()) { }
    template <class T>
    T* find(const char* name)
    {
        return pane->findChild<T*>(QLatin1String(name));
    }
    CannedPane* pane;
};

struct OnAlerts : DeskPage {
    explicit OnAlerts(Role role = Role::Lead)
        : DeskPage(SettingsPage::Section::Alerts, role), pane(page.findChild<AlertPostPane*>())
    {
    }
    QLineEdit* line(const char* name) { return pane->findChild<QLineEdit*>(QLatin1String(name)); }
    void save() { QTest::mouseClick(pane->findChild<QPushButton*>(u"saveForm"_s), Qt::LeftButton); }
    AlertPostPane* pane;
};

}

class DeskSettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void savesMissedOffersWrapUpAndStates()
    {
        OnDesk desk;
        keepPictures(desk.page, desk.theme, u"settings-desk"_s);
        desk.find<QSpinBox>("missedOffers")->setValue(5);
        desk.find<QSpinBox>("wrapUp")->setValue(45);
        QTRY_VERIFY(!desk.find<QPushButton>("addPresenceState")->rect().isEmpty());   // laid out
        QTest::mouseClick(desk.find<QPushButton>("addPresenceState"), Qt::LeftButton);
        const auto names = desk.pane->findChildren<QLineEdit*>(u"presenceStateName"_s);
        QCOMPARE(names.size(), 2);
        QTest::keyClicks(names[1], u"Training"_s);
        QTest::mouseClick(desk.find<QPushButton>("saveForm"), Qt::LeftButton);
        const auto saved = desk.port.sent<SaveDeskSettings>();
        QCOMPARE(saved.size(), 1u);
        QCOMPARE(saved[0].settings.awayAfterMissedOffers, 5);
        QCOMPARE(saved[0].settings.wrapUp, seconds{45});
        QCOMPARE(saved[0].settings.presenceStates.size(), 2u);
        QCOMPARE(saved[0].settings.presenceStates[1].name, std::string("Training"));
        QCOMPARE(saved[0].settings.cannedReplies.size(), 1u);   // what another section keeps stays
    }

    void anAgentReadsThemAndChoosesHowToBeTold()
    {
        OnDesk desk(Role::Agent);
        QVERIFY(!desk.find<QSpinBox>("missedOffers")->isEnabled());
        auto* sounds = desk.find<QCheckBox>("soundsSwitch");
        QVERIFY(sounds->isEnabled());
        sounds->click();
        QCOMPARE(noticeSettings(desk.state), (NoticeSettings{true, false}));
        desk.find<QCheckBox>("noticesSwitch")->click();
        QVERIFY(!sounds->isEnabled());
        QVERIFY(desk.port.submitted.empty());
    }

    void savesWhereAlertsGo()
    {
        OnAlerts alerts;
        keepPictures(alerts.page, alerts.theme, u"settings-alerts"_s);
        QTest::keyClicks(alerts.line("mailServer"), u"smtps://mail.example.com:465"_s);
        alerts.save();
        QVERIFY(alerts.port.sent<SaveDeskSettings>().empty());   // nobody to come from
        QTest::keyClicks(alerts.line("mailFrom"), u"signalbox@example.com"_s);
        QTest::keyClicks(alerts.line("address_leila"), u"leila@example.com"_s);
        alerts.save();
        const auto saved = alerts.port.sent<SaveDeskSettings>();
        QCOMPARE(saved.size(), 1u);
        const AlertPostSettings expected{
            {}, "smtps://mail.example.com:465", {}, "signalbox@example.com", {{"leila", "leila@example.com"}}};
        QVERIFY(saved[0].settings.alertPost == expected);
        QCOMPARE(saved[0].settings.cannedReplies.size(), 1u);   // what another section keeps stays
    }

    void whatIsBeingTypedStaysWhenPresenceChanges()
    {
        OnAlerts alerts;
        QLineEdit* field = alerts.line("address_leila");
        ChangeSet away;
        away.agents = {anAgent("leila", "Leila Haddad", "Fleet", Presence::Away, 0, 4, Role::Lead)};
        Q_EMIT alerts.port.changed(away);
        QCOMPARE(alerts.line("address_leila"), field);
        QTest::keyClicks(field, u"lei"_s);
        Q_EMIT alerts.port.changed(away);
        QCOMPARE(field->text(), u"lei"_s);
    }

    void anAgentMayNotChangeWhereAlertsGo()
    {
        OnAlerts alerts(Role::Agent);
        QVERIFY(alerts.line("alertWebhook")->isReadOnly() || !alerts.line("alertWebhook")->isEnabled());
    }

    void addsACannedReplyWithAnAttribute()
    {
        OnCanned desk;
        keepPictures(desk.page, desk.theme, u"settings-canned"_s);
        QTest::mouseClick(desk.find<QPushButton>("cannedListAdd"), Qt::LeftButton);
        QTest::keyClicks(desk.find<QLineEdit>("cannedShortcut"), u"price"_s);
        QTest::keyClicks(desk.find<QLineEdit>("cannedTitle"), u"A price"_s);
        QTest::keyClicks(desk.find<QPlainTextEdit>("cannedText"), u"It is {{crm.deal_size}}."_s);
        QTest::mouseClick(desk.find<QPushButton>("saveForm"), Qt::LeftButton);
        const auto saved = desk.port.sent<SaveDeskSettings>();
        QCOMPARE(saved.size(), 1u);
        QCOMPARE(saved[0].settings.cannedReplies.size(), 2u);
        QCOMPARE(saved[0].settings.cannedReplies[0].shortcut, std::string("price"));
        QCOMPARE(saved[0].settings.presenceStates.size(), 1u);
    }

    void twoRepliesCannotShareAShortcut()
    {
        OnCanned desk;
        QTest::mouseClick(desk.find<QPushButton>("cannedListAdd"), Qt::LeftButton);
        QTest::keyClicks(desk.find<QLineEdit>("cannedShortcut"), u"thanks"_s);
        QTest::keyClicks(desk.find<QPlainTextEdit>("cannedText"), u"Thanks."_s);
        QTest::mouseClick(desk.find<QPushButton>("saveForm"), Qt::LeftButton);
        QVERIFY(desk.port.sent<SaveDeskSettings>().empty());
    }

    void aRemovedReplyComesBackWithUndo()
    {
        OnCanned desk;
        QTest::mouseClick(desk.find<QPushButton>("removeCanned"), Qt::LeftButton);
        QVERIFY(desk.port.sent<SaveDeskSettings>().at(0).settings.cannedReplies.empty());
        desk.answerDone();
        ChangeSet removed;
        removed.deskSettings = desk.port.sent<SaveDeskSettings>().at(0).settings;
        Q_EMIT desk.port.changed(removed);
        QTest::mouseClick(desk.find<QPushButton>("undoBarButton"), Qt::LeftButton);
        QCOMPARE(desk.port.sent<SaveDeskSettings>().at(1).settings.cannedReplies.size(), 1u);
    }
};

SIGNALBOX_UI_TEST(DeskSettingsTest)

}

#include "tst_desk_settings.moc"
