#include "tests/support/ui_test.h"
#include "tests/ui/conversation/desk_data.h"
#include "ui/policies/policies_page.h"
#include "ui/shared/inline_message.h"

#include <QAction>
#include <QListView>
#include <QPushButton>
#include <QUndoStack>
#include <QtTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

struct Policies : PageFixture {
    Policies()
    {
        page.resize(1208, 732);
        page.show();
        page.activateWindow();
        ready = QTest::qWaitForWindowActive(&page);
        list()->setFocus();
        ChangeSet day;
        day.rulebook = aRulebook();
        Q_EMIT port.changed(day);
    }
    void publishElsewhere(int version)
    {
        ChangeSet news;
        news.rulebook = aRulebook(version);
        news.rulebook->document.replace(news.rulebook->document.find("Everything else"), 15, "All the others!");
        Q_EMIT port.changed(news);
    }
    QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            all << list()->model()->index(row, 0).data().toString();
        return all;
    }
    QListView* list() const { return page.findChild<QListView*>(u"policyList"_s); }
    QPushButton* publish() const { return page.findChild<QPushButton*>(u"publishDraft"_s); }
    PoliciesPage page{context};
    bool ready = false;   // the window is active, so that shortcuts reach it
};

}

class PoliciesPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void looksAsItShould()
    {
        Policies policies;
        policies.page.showPolicy(PolicyId{"fleet-price"});
        QTest::keyClick(policies.list(), Qt::Key_Up, Qt::AltModifier);
        policies.list()->setCurrentIndex(policies.list()->model()->index(2, 0));
        QTest::keyClick(policies.list(), Qt::Key_Space);
        policies.list()->setCurrentIndex(policies.list()->model()->index(0, 0));
        keepPictures(policies.page, policies.theme, u"policies"_s);
        QCOMPARE(policies.list()->model()->rowCount(), 4);
    }

    void movesAPolicyWithAltUpAndUndoesItByName()
    {
        Policies policies;
        QVERIFY(policies.ready);
        policies.page.showPolicy(PolicyId{"fleet-price"});
        QTest::keyClick(policies.list(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(policies.names().front(), u"Fleet pricing"_s);
        QCOMPARE(policies.page.undoStack().undoText(), u"move Fleet pricing above Asks for a person"_s);
        policies.page.undoStack().undo();
        QCOMPARE(policies.names().front(), u"Asks for a person"_s);
    }

    void switchesAPolicyWithSpaceAndWithAClick()
    {
        Policies policies;
        policies.page.showPolicy(PolicyId{"person"});
        const QModelIndex first = policies.list()->model()->index(0, 0);
        QTest::keyClick(policies.list(), Qt::Key_Space);
        QCOMPARE(first.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
        const QRect row = policies.list()->visualRect(first);
        QTest::mouseClick(policies.list()->viewport(), Qt::LeftButton, {}, QPoint(row.left() + policies.theme.px(44), row.center().y()));
        QCOMPARE(first.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    }

    void publishesTheWholeDraftWithANote()
    {
        Policies policies;
        QVERIFY(!policies.publish()->isEnabled());
        policies.page.showPolicy(PolicyId{"rest"});
        QTest::keyClick(policies.list(), Qt::Key_Home, Qt::AltModifier);
        policies.prompts.textAnswer = u"Answer first"_s;
        policies.publish()->click();
        const auto sent = policies.port.sent<PublishRulebook>();
        QCOMPARE(sent.size(), 1u);
        QCOMPARE(sent.front().note, std::string("Answer first"));
        const auto published = readRulebook(sent.front().document);
        QVERIFY(published.has_value());
        QCOMPARE(published->policies.front().id.value, std::string("rest"));
        QCOMPARE(published->policies.front().priority, 10.0);
        QCOMPARE(published->policies.back().priority, 40.0);
    }

    void saysWhyAnAgentMayNotPublish()
    {
        Policies policies;
        policies.session.role = Role::Agent;
        policies.page.showPolicy(PolicyId{"person"});
        QTest::keyClick(policies.list(), Qt::Key_Space);
        QVERIFY(!policies.publish()->isEnabled());
        QVERIFY(policies.publish()->toolTip().contains(u"supervisors"_s));
    }

    void showsWhyAPublicationWasRefused()
    {
        Policies policies;
        policies.page.showPolicy(PolicyId{"person"});
        QTest::keyClick(policies.list(), Qt::Key_Space);
        policies.prompts.textAnswer = u"x"_s;
        policies.publish()->click();
        policies.answerRefused(u"/policies/0: found nothing"_s);
        QVERIFY(policies.page.findChild<InlineMessage*>()->text().contains(u"/policies/0: found nothing"_s));
    }

    void keepsTheDraftWhenAnotherVersionGoesLiveAndRebasesIt()
    {
        Policies policies;
        policies.page.showPolicy(PolicyId{"prices"});
        QTest::keyClick(policies.list(), Qt::Key_Home, Qt::AltModifier);
        policies.publishElsewhere(42);
        QCOMPARE(policies.names().back(), u"Everything else"_s);
        QVERIFY(!policies.publish()->isEnabled());
        policies.page.findChild<QPushButton*>(u"rebaseDraft"_s)->click();
        QCOMPARE(policies.names(), (QStringList{u"Looks at prices"_s, u"Asks for a person"_s, u"Fleet pricing"_s, u"All the others!"_s}));
        QVERIFY(policies.publish()->isEnabled());
    }

    void followsTheLiveVersionWithoutADraft()
    {
        Policies policies;
        policies.publishElsewhere(42);
        QCOMPARE(policies.names().back(), u"All the others!"_s);
    }
};

SIGNALBOX_UI_TEST(PoliciesPageTest)
#include "tst_policies_page.moc"
