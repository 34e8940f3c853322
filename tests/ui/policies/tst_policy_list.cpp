#include "tests/support/ui_test.h"
#include "tests/ui/policies/try_data.h"
#include "ui/policies/list/policy_list_pane.h"
#include "ui/policies/list/policy_templates.h"
#include "ui/policies/list/policy_view.h"
#include "ui/shared/inline_message.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QtTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

using Rows = PolicyRowsModel;

struct Listed : StudioFixture {
    explicit Listed(Rulebook rulebook = rulesToTry())
    {
        begin(rulebook);
        before = studio.draft.document();
        pane = std::make_unique<PolicyListPane>(room);
        pane->resize(424, 720);
        pane->show();
        pane->activateWindow();
        ready = QTest::qWaitForWindowActive(pane.get());
        view()->setFocus();
    }
    PolicyView* view() const { return pane->view(); }
    QAbstractItemModel& model() const { return *view()->model(); }
    QModelIndex row(int at) const { return model().index(at, 0); }
    QStringList names() const
    {
        QStringList all;
        for (int at = 0; at < model().rowCount(); ++at)
            all << row(at).data().toString();
        return all;
    }
    void choose(int at) const
    {
        view()->selectionModel()->setCurrentIndex(row(at), QItemSelectionModel::ClearAndSelect);
    }
    void key(int code, Qt::KeyboardModifiers with = {}) const { QTest::keyClick(view(), Qt::Key(code), with); }
    QUndoStack& undo() { return studio.draft.undoStack(); }
    QPoint grip(int at) const
    {
        return {view()->visualRect(row(at)).left() + theme.px(14), view()->visualRect(row(at)).center().y()};
    }
    template <class Widget>
    Widget* find(const QString& name) const
    {
        return pane->findChild<Widget*>(name);
    }
    ~Listed()   // whatever was done, its way back leads to where it began, byte for byte
    {
        while (undo().canUndo())
            undo().undo();
        if (studio.draft.document() != before)
            qFatal("undo does not lead back");
    }

    std::string before;
    std::unique_ptr<PolicyListPane> pane;
    bool ready = false;
};

Rulebook manyPolicies(int count)
{
    Rulebook rulebook = rulesToTry();
    rulebook.policies.clear();
    for (int number = 0; number < count; ++number) {
        rulebook.policies.push_back(aPolicy(("p" + std::to_string(number)).c_str(),
                                            ("Policy " + std::to_string(number)).c_str(),
                                            atLeast("crm.deal_size", number), {TransferToQueue{{"sales", {}}}}));
        rulebook.policies.back().priority = number;
    }
    return rulebook;
}

}

class PolicyListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void looksAsItShould()
    {
        Rulebook rulebook = rulesToTry();
        rulebook.groups = {{PolicyGroupId{"big"}, "Large accounts", "violet", "Sales wants to see these together"}};
        rulebook.policies[1].group = rulebook.policies[2].group = PolicyGroupId{"big"};
        rulebook.policies[1].actions.push_back(SetTier{TierId{"P1"}});
        Listed listed(rulebook);
        listed.choose(4);
        Policy after = listed.studio.draft.policies()[4];
        after.when = atLeast("intent_score", 60);
        listed.studio.draft.replacePolicy(4, after, u"set intent score to 60"_s);
        listed.key(Qt::Key_Up, Qt::AltModifier);
        Traffic traffic;
        traffic.conversations = 8940;
        traffic.hits = {{PolicyId{"legal"}, 163},
                        {PolicyId{"enterprise"}, 367},
                        {PolicyId{"deal"}, 563},
                        {PolicyId{"ready"}, 822},
                        {PolicyId{"rest"}, 3415}};
        traffic.hitsToday = {{PolicyId{"legal"}, 12}, {PolicyId{"rest"}, 403}};
        Q_EMIT listed.analysis.trafficCounted(listed.analysis.last(u"traffic"_s), traffic);
        QTRY_VERIFY(listed.analysis.last(u"check"_s) != 0);
        keepPictures(*listed.pane, listed.theme, u"policy-list"_s);
        QVERIFY(listed.row(3).data(Rows::ChangeRole).toString().startsWith(u"At least 60, was 55"_s));
        QCOMPARE(listed.row(0).data(Rows::TodayRole).toLongLong(), 12);
    }

    void staysAModelThroughEveryEdit()
    {
        Listed listed;
        const QAbstractItemModelTester tester(&listed.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        RulebookDraft& draft = listed.studio.draft;
        draft.movePolicy(0, 4);
        draft.movePolicy(5, 1);
        draft.insertPolicy(2, aPolicy("new", "New", Condition{AllOf{}}, {}), u"add"_s);
        draft.removePolicies({0, 2, 5}, u"delete"_s);
        draft.setEnabled(1, false);
        Rulebook other = manyPolicies(3);
        other.policies.push_back(draft.policies()[0]);
        draft.replaceAll(other, u"import"_s);
        QCOMPARE(listed.model().rowCount(), 4);
        while (draft.undoStack().canUndo())
            draft.undoStack().undo();
        QCOMPARE(listed.names().front(), u"Legal threat"_s);
        while (draft.undoStack().canRedo())
            draft.undoStack().redo();
        QCOMPARE(listed.model().rowCount(), 4);
    }

    void movesWithAltAndArrowsAndWithTheMouse()
    {
        Listed listed;
        QVERIFY(listed.ready);
        listed.choose(1);
        listed.key(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(listed.names().front(), u"Enterprise pricing"_s);
        QCOMPARE(listed.undo().undoText(), u"move Enterprise pricing above Legal threat"_s);
        QCOMPARE(listed.view()->currentIndex().row(), 0);
        QWidget* const port = listed.view()->viewport();
        QTest::mousePress(port, Qt::LeftButton, {}, listed.grip(0));
        QTest::mouseMove(port, listed.grip(1));
        QTest::mouseMove(port, listed.grip(2) + QPoint(0, 10));
        QTest::mouseRelease(port, Qt::LeftButton, {}, listed.grip(2) + QPoint(0, 10));
        QCOMPARE(listed.names().mid(0, 3), (QStringList{u"Legal threat"_s, u"Open deal"_s, u"Enterprise pricing"_s}));
        listed.key(Qt::Key_End, Qt::AltModifier);
        QCOMPARE(listed.names().back(), u"Enterprise pricing"_s);
        listed.key(Qt::Key_Home, Qt::AltModifier);
        QCOMPARE(listed.names().front(), u"Enterprise pricing"_s);
    }

    void switchesWithSpaceAndWithAClick()
    {
        Listed listed;
        listed.choose(0);
        listed.key(Qt::Key_Space);
        QCOMPARE(listed.row(0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
        QCOMPARE(listed.undo().undoText(), u"switch off Legal threat"_s);
        const QRect second = listed.view()->visualRect(listed.row(1));
        QTest::mouseClick(listed.view()->viewport(), Qt::LeftButton, {},
                          QPoint(second.left() + listed.theme.px(44), second.center().y()));
        QCOMPARE(listed.row(1).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
        QCOMPARE(listed.row(1).data(Rows::ChangeRole).toString(), u"Switched off"_s);
    }

    void aNewPolicyIsOffAndAboveTheLast()
    {
        Listed listed;
        QSignalSpy named(listed.pane.get(), &PolicyListPane::nameWanted);
        listed.key(Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(listed.names().at(5), u"New policy"_s);
        QCOMPARE(listed.model().rowCount(), 7);
        QVERIFY(!listed.studio.draft.policies()[5].enabled);
        QCOMPARE(listed.studio.selection.policy(), listed.studio.draft.policies()[5].id);
        QCOMPARE(named.count(), 1);
    }

    void everyTemplateIsOneStepAndFitsTheFormat()
    {
        Listed listed;
        const PolicyCommands commands(listed.room);
        QVERIFY(policyTemplates().size() >= 6);
        for (const PolicyTemplate& start : policyTemplates()) {
            commands.addFrom(start);
            QCOMPARE(listed.undo().undoText(), u"add "_s + start.name);
        }
        const auto read = readRulebook(listed.studio.draft.document());
        QVERIFY2(read.has_value(), read.has_value() ? "" : toText(read.error().front()).c_str());
        QCOMPARE(listed.undo().count(), int(policyTemplates().size()));
    }

    void deletesWithAWayBack()
    {
        Listed listed;
        listed.choose(1);
        listed.key(Qt::Key_Delete);
        QCOMPARE(listed.model().rowCount(), 5);
        auto* const undo = listed.find<QPushButton>(u"undoBarButton"_s);
        QVERIFY(undo->isVisible());
        QTest::mouseClick(undo, Qt::LeftButton);
        QCOMPARE(listed.names().at(1), u"Enterprise pricing"_s);
        QVERIFY(!undo->isVisible());
    }

    void cutsAndPastesPoliciesAsText()
    {
        Listed listed;
        listed.choose(0);
        listed.view()->selectionModel()->select(listed.row(1), QItemSelectionModel::Select);
        listed.key(Qt::Key_C, Qt::ControlModifier);
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY(text.trimmed().startsWith(u'['));
        listed.choose(5);
        listed.key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(listed.model().rowCount(), 8);
        QCOMPARE(listed.undo().undoText(), u"paste 2 policies"_s);
        QVERIFY(listed.studio.draft.policies()[6].id != listed.studio.draft.policies()[0].id);
        QVERIFY(listed.studio.draft.policies()[6].when == listed.studio.draft.policies()[0].when);
        QGuiApplication::clipboard()->setText(u"just words"_s);
        listed.key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(listed.model().rowCount(), 8);
        QVERIFY(listed.find<InlineMessage>({})->text().contains(u"holds no policies"_s));
    }

    void findsBySearchAndFilter()
    {
        Listed listed;
        listed.key(Qt::Key_Slash);
        auto* const search = listed.find<QLineEdit>(u"policySearch"_s);
        QCOMPARE(QApplication::focusWidget(), search);
        QTest::keyClicks(search, u"enterprise emea"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(listed.names(), QStringList{u"Enterprise pricing"_s});
        search->clear();
        auto* const kind = listed.find<QComboBox>(u"policyFilter"_s);
        kind->setCurrentIndex(kind->findText(u"Off"_s));
        Q_EMIT kind->activated(kind->currentIndex());
        QCOMPARE(listed.names(), QStringList{u"Refund above €500"_s});
        search->setText(u"nothing like it"_s);
        QTRY_COMPARE(listed.model().rowCount(), 0);
        search->clear();
        kind->setCurrentIndex(0);
        Q_EMIT kind->activated(0);
        QTRY_COMPARE(listed.model().rowCount(), 6);
    }

    void keepsPoliciesTogetherInGroups()
    {
        Listed listed;
        const PolicyCommands commands(listed.room);
        const PolicyGroupId group = commands.addGroup(u"Large accounts"_s, {PolicyId{"enterprise"}, PolicyId{"deal"}});
        QCOMPARE(listed.undo().undoText(), u"add the group Large accounts"_s);
        QCOMPARE(listed.row(1).data(Rows::GroupTitleRole).toString(), u"Large accounts"_s);
        auto* const kind = listed.find<QComboBox>(u"policyFilter"_s);
        QVERIFY(kind->findText(u"Large accounts"_s) > 0);
        commands.editGroup(group, u"colour the group"_s, [](PolicyGroup& each) { each.color = "red"; });
        QCOMPARE(listed.row(2).data(Rows::GroupColorRole).toInt(), int(ThemeColor::Bad));
        commands.removeGroup(group);
        QCOMPARE(listed.row(1).data(Rows::GroupTitleRole).toString(), QString());
        listed.undo().undo();
        QCOMPARE(listed.row(1).data(Rows::GroupTitleRole).toString(), u"Large accounts"_s);
    }

    void aMoveAmongTwoThousandTellsOneMove()
    {
        Listed listed(manyPolicies(2000));
        QSignalSpy moved(&listed.model(), &QAbstractItemModel::rowsMoved);
        QSignalSpy reset(&listed.model(), &QAbstractItemModel::modelReset);
        QSignalSpy laidOut(&listed.model(), &QAbstractItemModel::layoutChanged);
        listed.choose(1999);
        listed.key(Qt::Key_Home, Qt::AltModifier);
        QCOMPARE(listed.names().front(), u"Policy 1999"_s);
        QCOMPARE(reset.count(), 0);
        QVERIFY(moved.count() + laidOut.count() >= 1);
        QCOMPARE(listed.view()->currentIndex().row(), 0);
    }

    void showsHostileNamesOnOneLine()
    {
        Rulebook rulebook = rulesToTry();
        rulebook.policies[0].name = "<img src=x>\u202E مرحبا \U0001F680 " + std::string(400, 'W');
        rulebook.policies[1].name = "שירות לקוחות";
        Listed listed(rulebook);
        QVERIFY(!listed.row(0).data().toString().contains(QChar(0x202E)));
        QVERIFY(listed.row(0).data(Qt::ToolTipRole).toString().indexOf(u"<img"_s) < 0);
        keepPictures(*listed.pane, listed.theme, u"policy-list-hostile"_s);
    }
};

SIGNALBOX_UI_TEST(PolicyListTest)
#include "tst_policy_list.moc"
