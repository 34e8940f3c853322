#include "tests/support/ui_test.h"
#include "tests/support/window_fixture.h"
#include "tests/ui/conversation/desk_data.h"
#include "tests/ui/why/why_data.h"
#include "ui/policies/policies_page.h"
#include "ui/why/why_page.h"

#include <QPushButton>
#include <QUndoStack>
#include <QtTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

struct Asked : WindowFixture {
    Asked()
    {
        Q_EMIT port.changed(aDay());
        window.resize(1440, 900);
        window.QWidget::show();
        window.show(Place::Live);
        window.explain(ConversationId{"4809"});
        const quint64 ticket = analysis.last(u"why"_s);
        ExplainedMoment moment = aMoment();
        moment.decision.policy = PolicyId{"prices"};
        Q_EMIT analysis.whyExplained(ticket, moment);
        Q_EMIT analysis.otherWaysFound(ticket, someWays());
        QCoreApplication::processEvents();
    }
    void click(const char* name)
    {
        QTest::mouseClick(window.findChild<QPushButton*>(QLatin1String(name)), Qt::LeftButton);
    }

    MainWindow window{context};
    WhyPage* why = window.findChild<WhyPage*>();
    PoliciesPage* policies = window.findChild<PoliciesPage*>();
};

}

class WhyInWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void escapeLeadsBackToThePlaceItWasOpenedFrom()
    {
        Asked desk;
        QVERIFY(desk.why->isVisible());
        QTest::keyClick(desk.why, Qt::Key_Escape);
        QVERIFY(!desk.why->isVisible());
        QCOMPARE(desk.window.shown(), Place::Live);
    }

    void aChangeOpensInTry()
    {
        Asked desk;
        desk.click("openInTry");
        QCOMPARE(desk.window.shown(), Place::Policies);
        QVERIFY(desk.policies->isVisible());
    }

    void aCaseIsKeptInTheDraft()
    {
        Asked desk;
        desk.click("whySaveAsCase");
        QCOMPARE(desk.window.shown(), Place::Policies);
        QVERIFY(desk.policies->undoStack().canUndo());
    }

    void aNewPolicyIsOneStepOfUndo()
    {
        Asked desk;
        desk.click("whyNewPolicy");
        QCOMPARE(desk.window.shown(), Place::Policies);
        QCOMPARE(desk.policies->undoStack().undoText(), u"add Like Jörg Müller, #4809"_s);
    }
};

SIGNALBOX_UI_TEST(WhyInWindowTest)

}

#include "tst_why_in_window.moc"
