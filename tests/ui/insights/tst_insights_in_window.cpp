#include "tests/support/open_window.h"
#include "tests/support/ui_test.h"
#include "tests/ui/insights/insights_data.h"

#include <QAbstractButton>
#include <QListView>
#include <QTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

struct InsightsWindow : OpenWindow {
    explicit InsightsWindow(Role role = Role::Lead) : OpenWindow(role) { }

    void look()
    {
        QTest::keyClick(&window, Qt::Key_5, Qt::ControlModifier);
        const auto& [question, by] = analysis.figuresAsked.back();
        Q_EMIT analysis.figuresMade(analysis.last(u"figures"_s), someFigures(question, by));
        QTest::mouseClick(find<QWidget>("bigFigure"), Qt::LeftButton);
        Q_EMIT analysis.conversationsListed(analysis.last(u"conversations"_s), {behind(7), behind(8)});
    }
};

}

class InsightsInWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leadsAndSupervisorsHaveItAfterTheReview()
    {
        for (const Role role : {Role::Lead, Role::Supervisor}) {
            InsightsWindow open(role);
            QVERIFY(open.analysis.figuresAsked.empty());   // nothing is read before it is opened
            QTest::keyClick(&open.window, Qt::Key_5, Qt::ControlModifier);
            QCOMPARE(open.window.shown(), Place::Insights);
            QCOMPARE(open.analysis.figuresAsked.size(), 1u);
            QTest::keyClick(&open.window, Qt::Key_6, Qt::ControlModifier);
            QCOMPARE(open.window.shown(), Place::Contacts);
            QTest::mouseClick(open.find<QAbstractButton>("railInsights"), Qt::LeftButton);
            QCOMPARE(open.window.shown(), Place::Insights);
            QCOMPARE(open.analysis.figuresAsked.size(), 2u);   // of what has happened meanwhile
        }
    }

    void agentsDoNot()
    {
        InsightsWindow agent(Role::Agent);
        QVERIFY(!agent.find<QAbstractButton>("railInsights")->isVisible());
        QTest::keyClick(&agent.window, Qt::Key_5, Qt::ControlModifier);
        QCOMPARE(agent.window.shown(), Place::Settings);
        QVERIFY(agent.analysis.figuresAsked.empty());
    }

    void whoeverBecomesAnAgentIsSentToTheirWork()
    {
        InsightsWindow open;
        open.window.show(Place::Insights);
        open.model.setSession({AgentId{"tomasz"}, u"Tomasz Zielinski"_s, Role::Agent});
        QCOMPARE(open.window.shown(), Place::Work);
    }

    void aConversationBehindAFigureOpensInMyWork()
    {
        InsightsWindow open;
        open.look();
        QTest::keyClick(open.find<QListView>("behindList"), Qt::Key_Return);
        QCOMPARE(open.window.shown(), Place::Work);
    }

    void itsTraceOpensOverItAndEscapeComesBack()
    {
        InsightsWindow open;
        open.look();
        QTest::keyClick(open.find<QListView>("behindList"), Qt::Key_W);
        QCOMPARE(open.analysis.whyAsked.size(), 1u);
        QCOMPARE(open.analysis.whyAsked.front().conversation.value, std::string("7"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(open.window.shown(), Place::Insights);
        QVERIFY(open.find<QListView>("behindList")->isVisible());
    }
};

SIGNALBOX_UI_TEST(InsightsInWindowTest)

}

#include "tst_insights_in_window.moc"
