#include "tests/support/ui_test.h"
#include "tests/ui/policies/condition_editing.h"

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

class ConditionEditorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void looksAsItShould()
    {
        Editing editing(
            all({atLeast("crm.company_size", 500),
                 in("ai.intent", {Value{std::string("Enterprise pricing")}, Value{std::string("Book a demo")}}),
                 any({atLeast("crm.deal_size", 25000),
                      {Comparison{"page.path", Operator::Starts, Value{std::string("/pricing/enterprise")}}},
                      all({atLeast("conversation.messages", 3), atLeast("page.seconds", 120)})}),
                 no(any({is("visitor.country", "CA"), open("office")}))}));
        editing.studio.selection.setSample(StudioSelection::Sample{u"Jörg Müller, #4809"_s, valuesToTry(), testNow()});
        QTRY_VERIFY(editing.analysis.last(u"pass rates"_s) != 0);
        const std::size_t asked = editing.analysis.passRatesAsked.size();
        QCOMPARE(asked, 8u);
        Q_EMIT editing.analysis.passRatesCounted(editing.analysis.last(u"pass rates"_s),
                                                 {0.23, 0.18, 0.14, 0.09, 0.12, 0.16, 0.05, 0.5}, 8940);
        editing.editor.showPlace(u"/policies/1/when/all/0"_s);
        QTRY_VERIFY(editing.analysis.last(u"seen values"_s) != 0);
        Q_EMIT editing.analysis.valuesSeen(
            editing.analysis.last(u"seen values"_s),
            {"crm.company_size",
             8940,
             1070,
             {},
             10.0,
             85.0,
             4200.0,
             {200, 420, 800, 1200, 1100, 900, 620, 400, 300, 200, 150, 90, 60, 40, 20, 10}});
        QTRY_VERIFY(editing.editor.findChild<QWidget*>(u"valueHistogram"_s)->isVisible());
        keepPictures(editing.editor, editing.theme, u"condition-editor"_s);
        QVERIFY(editing.steps.isEmpty());
    }

    void comesOutAsItWentIn_data()
    {
        QTest::addColumn<int>("shape");
        for (int shape = 0; shape < 12; ++shape)
            QTest::addRow("shape %d", shape) << shape;
    }
    void comesOutAsItWentIn()
    {
        QFETCH(int, shape);
        const Condition a = atLeast("crm.deal_size", 1);
        const Condition b = is("ai.intent", "x");
        const std::vector<Condition> shapes{a,
                                            no(a),
                                            no(no(a)),
                                            all({}),
                                            any({}),
                                            all({a}),
                                            any({a, b}),
                                            no(any({a, b})),
                                            no(all({a, no(b)})),
                                            all({any({all({a, b}), no(no(b))}), open("office")}),
                                            no(open("office")),
                                            no(any({}))};
        const Condition& wanted = shapes[std::size_t(shape)];
        Editing editing(wanted);
        QVERIFY(editing.editor.condition() == wanted);
        editing.editor.setCondition(all({a}), u"/policies/1/when"_s);
        editing.editor.setCondition(wanted, u"/policies/1/when"_s);
        if (editing.grips().isEmpty())
            return;   // no line to change
        // A change and its way back: everything else is as it was.
        Grip* const last = editing.grips().back();
        last->setFocus();
        editing.key(Qt::Key_Slash, Qt::ControlModifier);
        QVERIFY(!(editing.after == wanted));
        editing.key(Qt::Key_Slash, Qt::ControlModifier);
        QVERIFY(editing.after == wanted);
    }

    void isBuiltWithTheKeyboardAlone()
    {
        Editing editing;
        QVERIFY(editing.ready);
        editing.visible<QComboBox>(u"groupKind"_s).front()->setFocus();
        editing.key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(editing.pick(u"company size"_s));
        editing.type(u"500"_s);
        QVERIFY(editing.after == all({atLeast("crm.company_size", 500)}));
        QCOMPARE(editing.steps.back(), u"set company size to 500"_s);
        QVERIFY(!editing.keys.back().isEmpty());
        editing.key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(editing.pick(u"deal size"_s));
        editing.type(u"25k"_s);
        QVERIFY(editing.after == all({atLeast("crm.company_size", 500), atLeast("crm.deal_size", 25000)}));
        editing.key(Qt::Key_Escape);                   // out of the field, onto the row
        editing.key(Qt::Key_Up, Qt::ShiftModifier);    // both rows
        editing.key(Qt::Key_G, Qt::ControlModifier);   // in a group
        QVERIFY(editing.after == all({any({atLeast("crm.company_size", 500), atLeast("crm.deal_size", 25000)})}));
        QCOMPARE(editing.steps.back(), u"put 2 conditions in a group"_s);
        editing.key(Qt::Key_Escape);
        editing.key(Qt::Key_Down);
        editing.key(Qt::Key_Down);                     // the second of the group
        editing.key(Qt::Key_G, Qt::ControlModifier);   // three deep
        QVERIFY(editing.after
                == all({any({atLeast("crm.company_size", 500), all({atLeast("crm.deal_size", 25000)})})}));
        editing.key(Qt::Key_Slash, Qt::ControlModifier);
        QVERIFY(editing.after
                == all({any({atLeast("crm.company_size", 500), no(all({atLeast("crm.deal_size", 25000)}))})}));
        editing.key(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(editing.after == all({any({atLeast("crm.company_size", 500), no(atLeast("crm.deal_size", 25000))})}));
        editing.key(Qt::Key_Up, Qt::AltModifier);
        QVERIFY(editing.after == all({any({no(atLeast("crm.deal_size", 25000)), atLeast("crm.company_size", 500)})}));
        editing.key(Qt::Key_Delete);
        QVERIFY(editing.after == all({any({atLeast("crm.company_size", 500)})}));
        QCOMPARE(editing.steps.back(), u"remove deal size"_s);
    }

    void isBuiltWithTheMouseAlone()
    {
        Editing editing(all({atLeast("crm.company_size", 500), atLeast("crm.deal_size", 25000)}));
        QTest::mouseClick(editing.visible<QPushButton>(u"addGroup"_s).front(), Qt::LeftButton);
        QTRY_VERIFY(editing.search() != nullptr);
        auto* const list = QApplication::activePopupWidget()->findChild<QListWidget*>(u"attributeList"_s);
        const auto office = list->findItems(u"Office hours"_s, Qt::MatchStartsWith);
        QCOMPARE(office.size(), 1);
        list->scrollToItem(office.front());
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(office.front()).center());
        QVERIFY(editing.after
                == all({atLeast("crm.company_size", 500), atLeast("crm.deal_size", 25000), any({open("office")})}));
        // The second row is dragged into the group, under its head.
        const auto heads = editing.visible<QWidget>(u"groupHead"_s);
        editing.drag(editing.grips()[1],
                     QPoint(200, heads[1]->mapTo(&editing.editor, QPoint(0, heads[1]->height() - 2)).y()));
        QVERIFY(editing.after
                == all({atLeast("crm.company_size", 500), any({atLeast("crm.deal_size", 25000), open("office")})}));
        QCOMPARE(editing.steps.back(), u"move deal size"_s);
        // `any` becomes `none` by its combo box.
        auto* const kind = editing.visible<QComboBox>(u"groupKind"_s)[1];
        QTest::mouseClick(kind, Qt::LeftButton);
        const QModelIndex none = kind->model()->index(2, 0);
        QTRY_VERIFY(kind->view()->isVisible());
        // The style takes no choice in the first moments, so that a double click chooses nothing by accident.
        const Condition wanted
            = all({atLeast("crm.company_size", 500), no(any({atLeast("crm.deal_size", 25000), open("office")}))});
        QTRY_VERIFY(
            (QTest::mouseClick(kind->view()->viewport(), Qt::LeftButton, {}, kind->view()->visualRect(none).center()),
             editing.after == wanted));
    }

    void aDragEndsWithEscapeAndWithoutEffect()
    {
        Editing editing(all({atLeast("crm.company_size", 500), atLeast("crm.deal_size", 25000)}));
        Grip* const first = editing.grips().front();
        QTest::mousePress(first, Qt::LeftButton, {}, first->rect().center());
        QTest::mouseMove(first, QPoint(5, 60));
        QTest::mouseMove(first, QPoint(5, 70));
        QVERIFY(editing.editor.findChild<QWidget*>(u"conditionInsertion"_s)->isVisible());
        QTest::keyClick(first, Qt::Key_Escape);
        QTest::mouseRelease(first, Qt::LeftButton, {}, QPoint(5, 70));
        QVERIFY(editing.steps.isEmpty());
        QVERIFY(!editing.editor.findChild<QWidget*>(u"conditionInsertion"_s)->isVisible());
    }
};

SIGNALBOX_UI_TEST(ConditionEditorTest)
#include "tst_condition_editor.moc"
