#include "tests/support/ui_test.h"
#include "tests/ui/policies/condition_editing.h"

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

class ConditionRowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anUnfinishedRowIsNotPartOfTheCondition()
    {
        Editing editing(all({atLeast("crm.company_size", 500)}));
        QTest::mouseClick(editing.visible<QPushButton>(u"addCondition"_s).front(), Qt::LeftButton);
        QVERIFY(editing.pick(u"deal size"_s));
        QVERIFY(editing.steps.isEmpty());
        QCOMPARE(editing.visible<QLabel>(u"conditionTrouble"_s).size(), 1);
        // What is there stays while its value is being written anew.
        auto* const value = editing.visible<QLineEdit>(u"conditionValue"_s).front();
        value->setFocus();
        value->selectAll();
        QTest::keyClicks(value, u"x"_s);
        QVERIFY(editing.steps.isEmpty());
        QTest::keyClick(value, Qt::Key_Backspace);
        QTest::keyClicks(value, u"7"_s);
        QVERIFY(editing.after == all({atLeast("crm.company_size", 7)}));
    }

    void saysWhyAPatternIsRefusedWhileItIsWritten()
    {
        Editing editing(all({{Comparison{"message.text", Operator::Matches, Value{std::string("refund")}}}}));
        auto* const value = editing.visible<QLineEdit>(u"conditionValue"_s).front();
        value->setFocus();
        QTest::keyClick(value, Qt::Key_End);
        QTest::keyClicks(value, u"("_s);
        QTRY_COMPARE(editing.visible<QLabel>(u"conditionTrouble"_s).size(), 1);
        QVERIFY(editing.visible<QLabel>(u"conditionTrouble"_s)
                    .front()
                    ->text()
                    .startsWith(u"This pattern cannot be used"_s));
        QTest::keyClicks(value, u"s)"_s);
        QTRY_COMPARE(editing.visible<QLabel>(u"conditionTrouble"_s).size(), 0);
        QVERIFY(editing.after
                == all({{Comparison{"message.text", Operator::Matches, Value{std::string("refund(s)")}}}}));
    }

    void offersOperatorsThatFitAndKeepsTheValueWhereItFits()
    {
        Editing editing(all({atLeast("crm.company_size", 500)}));
        auto* const op = editing.visible<QComboBox>(u"conditionOperator"_s).front();
        QCOMPARE(op->currentText(), u"is at least"_s);
        QCOMPARE(op->findText(u"starts with"_s), -1);
        QCOMPARE(editing.visible<QComboBox>(u"conditionAttribute"_s).front()->currentText(), u"Company size"_s);
        op->setFocus();
        op->setCurrentIndex(op->findText(u"is between"_s));
        Q_EMIT op->activated(op->currentIndex());
        QVERIFY(editing.after
                == all({{Comparison{"crm.company_size", Operator::Between,
                                    std::vector<Value>{Value{500.0}, Value{500.0}}}}}));
        QCOMPARE(editing.visible<QLineEdit>(u"conditionHighest"_s).size(), 1);
    }

    void writesChipsWithEnterAndTakesThemAwayWithBackspace()
    {
        Editing editing(all({in("visitor.country", {Value{std::string("CA")}})}));
        auto* const value = editing.visible<QLineEdit>(u"conditionValue"_s).front();
        value->setFocus();
        QTest::keyClicks(value, u"US"_s);
        QTest::keyClick(value, Qt::Key_Return);
        QVERIFY(editing.after == all({in("visitor.country", {Value{std::string("CA")}, Value{std::string("US")}})}));
        QTest::keyClick(value, Qt::Key_Left);
        QTest::keyClick(value, Qt::Key_Left);
        QTest::keyClick(value, Qt::Key_Delete);
        QVERIFY(editing.after == all({in("visitor.country", {Value{std::string("US")}})}));
    }

    void saysWhatHoldsOnTheSampleAndMutesWhatDoesNotMatter()
    {
        Editing editing(
            all({atLeast("crm.company_size", 500), any({atLeast("crm.deal_size", 1), is("visitor.language", "de")})}));
        editing.studio.selection.setSample(StudioSelection::Sample{u"Jörg Müller, #4809"_s, valuesToTry(), testNow()});
        QStringList marks;
        for (const ElidedLabel* const mark : editing.visible<ElidedLabel>(u"conditionMark"_s))
            marks << mark->text();
        QCOMPARE(marks, (QStringList{u"480"_s, u"missing"_s, u"de"_s}));
        editing.studio.selection.setSample(std::nullopt);
        QCOMPARE(editing.visible<ElidedLabel>(u"conditionMark"_s).front()->text(), QString());
    }

    void showsProblemsAtTheirRow()
    {
        Editing editing(
            all({atLeast("crm.company_size", 500), no(any({is("visitor.language", "de"), is("ai.intent", "x")}))}));
        editing.editor.setProblems({{"/policies/1/when/all/1/not/any/1/value", u"Nobody ever has this."_s}});
        QTRY_COMPARE(editing.visible<QLabel>(u"conditionTrouble"_s).size(), 1);
        QCOMPARE(editing.visible<QLabel>(u"conditionTrouble"_s).front()->text(), u"Nobody ever has this."_s);
        editing.editor.showPlace(u"/policies/1/when/all/1/not/any/1/value"_s);
        QCOMPARE(qobject_cast<QLineEdit*>(editing.focus())->text(), u"x"_s);
    }

    void keepsTheFieldAPersonIsInWhenTheSameRowsComeBack()
    {
        Editing editing(all({atLeast("crm.company_size", 500), atLeast("crm.deal_size", 1)}));
        auto* const value = editing.visible<QLineEdit>(u"conditionValue"_s)[1];
        value->setFocus();
        editing.editor.setCondition(
            all({atLeast("page.seconds", 5), atLeast("crm.company_size", 500), atLeast("crm.deal_size", 2)}),
            u"/policies/0/when"_s);
        QVERIFY(editing.focus() != nullptr);
        QVERIFY(editing.editor.isAncestorOf(editing.focus()));
    }

    void comparesWithAnotherAttribute()
    {
        Editing editing(all({is("visitor.language", "de")}));
        QTest::mouseClick(editing.visible<QToolButton>(u"conditionMore"_s).front(), Qt::LeftButton);
        auto* const menu = editing.editor.findChild<QMenu*>(u"conditionMenu"_s);
        QVERIFY(menu);
        menu->findChild<QAction*>(u"compareWithOther"_s)->trigger();
        menu->close();
        auto* const other = editing.visible<QComboBox>(u"conditionOtherAttribute"_s).front();
        QTest::keyClick(other, Qt::Key_Space);
        QVERIFY(editing.pick(u"visitor.country"_s));
        QVERIFY(editing.after
                == all({{Comparison{"visitor.language", Operator::Eq, AttributeRef{"visitor.country"}}}}));
    }

    void addsAnAttributeThatIsNotThereYet()
    {
        Editing editing;
        QTest::mouseClick(editing.visible<QPushButton>(u"addCondition"_s).front(), Qt::LeftButton);
        QTRY_VERIFY(editing.search() != nullptr);
        QTest::keyClicks(editing.search(), u"custom.seats"_s);
        QTest::keyClick(editing.search(), Qt::Key_Down);   // as number
        QTest::keyClick(editing.search(), Qt::Key_Return);
        editing.type(u"20"_s);
        QVERIFY(editing.after == all({atLeast("custom.seats", 20)}));
        QCOMPARE(editing.studio.draft.undoStack().undoText(), u"add the attribute custom.seats"_s);
    }

    void showsHostileTextAsItStands()
    {
        const std::string hostile = "<b>x</b> \u202Eمرحبا \U0001F680 " + std::string(3000, 'W');
        Editing editing(all({is("visitor.name", hostile.c_str()),
                             in("visitor.name", {Value{hostile}, Value{std::string("مرحبا بالعالم")}})}));
        QVERIFY(editing.editor.condition()
                == all({is("visitor.name", hostile.c_str()),
                        in("visitor.name", {Value{hostile}, Value{std::string("مرحبا بالعالم")}})}));
        QVERIFY(editing.editor.minimumSizeHint().width() < 900);
        keepPictures(editing.editor, editing.theme, u"condition-editor-hostile"_s);
    }

    void everyFieldHasANameToBeSpoken()
    {
        Editing editing(
            all({atLeast("crm.company_size", 500), any({open("office"), in("ai.intent", {Value{std::string("a")}})})}));
        for (const QWidget* const each : editing.editor.findChildren<QWidget*>())
            if (each->isVisible() && (each->focusPolicy() & Qt::TabFocus) && !each->focusProxy())
                QVERIFY2(!each->accessibleName().isEmpty() && !each->objectName().isEmpty(),
                         each->metaObject()->className());
    }

    void aReadOnlyOneTakesNoKeys()
    {
        Editing editing(all({atLeast("crm.company_size", 500)}));
        editing.editor.setReadOnly(true);
        QVERIFY(!editing.visible<QPushButton>(u"addCondition"_s).size());
        editing.editor.showPlace(u"/policies/1/when/all/0"_s);
        editing.key(Qt::Key_Slash, Qt::ControlModifier);
        editing.key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(editing.steps.isEmpty());
    }
};

SIGNALBOX_UI_TEST(ConditionRowsTest)
#include "tst_condition_rows.moc"
