#include "tests/support/ui_test.h"
#include "tests/ui/policies/try_data.h"
#include "ui/policies/editor/action_fields.h"
#include "ui/policies/editor/grip.h"
#include "ui/policies/editor/policy_editor.h"
#include "ui/policies/editor/policy_room.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QtTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

Rulebook fullRules()
{
    Rulebook rulebook = rulesToTry();
    rulebook.queues[1].skills = {{SkillId{"enterprise"}, 3}};
    rulebook.queues[1].relax = {{seconds{60}, 2, {}}, {seconds{180}, 0, {Requirement::Language}}};
    Policy& pricing = rulebook.policies[1];
    pricing.when = {AllOf{
        {atLeast("crm.company_size", 500), {AnyOf{{is("ai.intent", "pricing"), atLeast("crm.deal_size", 25000)}}}}}};
    pricing.exception = PolicyException{{Comparison{"crm.owner", Operator::Exists, {}}},
                                        {TransferToAgent{{{}, "crm.owner"}, QueueId{"enterprise"}}}};
    pricing.actions.push_back(SetTier{TierId{"P1"}});
    pricing.actions.push_back(RequireSkill{{SkillId{"enterprise"}, 3}});
    pricing.comment = "Agreed with sales in May.";
    return rulebook;
}

struct InEditor : StudioFixture {
    explicit InEditor(const Rulebook& rulebook = fullRules(), const char* policy = "enterprise")
    {
        begin(rulebook);
        before = studio.draft.document();
        studio.selection.choosePolicy(PolicyId{policy});
        editor = std::make_unique<PolicyRoom>(room);
        editor->resize(1208, 732);
        editor->show();
        editor->activateWindow();
        ready = QTest::qWaitForWindowActive(editor.get());
    }
    const Policy& policy() const { return *studio.draft.find(studio.selection.policy()); }
    template <class Widget>
    Widget* find(const QString& name) const
    {
        for (Widget* const each : editor->findChildren<Widget*>(name))
            if (each->isVisible())
                return each;
        return nullptr;
    }
    QWidget* actions() const { return editor->findChild<QWidget*>(u"policyActions"_s); }
    QList<Grip*> actionGrips() const { return actions()->findChildren<Grip*>(u"actionGrip"_s); }
    QString sentence() const { return find<QLabel>(u"policySentence"_s)->text(); }
    QUndoStack& undo() { return studio.draft.undoStack(); }
    void addAction(std::size_t kind) const
    {
        QTest::mouseClick(actions()->findChild<QPushButton*>(u"addAction"_s), Qt::LeftButton);
        auto* const menu = actions()->findChild<QMenu*>(u"actionMenu"_s);
        for (QAction* const action : menu->actions())
            if (action->data().toInt() == int(kind))
                action->trigger();
        menu->close();
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    static void key(int code, Qt::KeyboardModifiers with = {})
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(code), with);
    }

    std::string before;
    std::unique_ptr<PolicyRoom> editor;
    bool ready = false;
};

}

class PolicyEditorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void looksAsItShould()
    {
        InEditor in;
        in.studio.selection.setSample(StudioSelection::Sample{u"Jörg Müller, #4809"_s, valuesToTry(), testNow()});
        const auto answered = [&in] {
            for (const RecordingAnalysis::Asked& asked : std::vector(in.analysis.asked))
                if (asked.kind == u"samples"_s)
                    Q_EMIT in.analysis.samplesFound(asked.ticket, {aPastSample(), aPastSample()});
            return in.find<QWidget>(u"lastMatches"_s) != nullptr;
        };
        QTRY_VERIFY(answered());
        Traffic traffic;
        traffic.conversations = 8940;
        traffic.hits = {{PolicyId{"enterprise"}, 367}, {PolicyId{"rest"}, 3415}};
        Q_EMIT in.analysis.trafficCounted(in.analysis.last(u"traffic"_s), traffic);
        keepPictures(*in.editor, in.theme, u"policy-editor"_s);
        QCOMPARE(in.find<QWidget>(u"policyMatches"_s) != nullptr, true);
        QVERIFY(in.undo().count() == 0);
    }

    void theSentenceIsAlwaysInStep()
    {
        InEditor in;
        QVERIFY(in.sentence().startsWith(u"If company size is at least 500"_s));
        auto* const value = in.find<QLineEdit>(u"conditionValue"_s);
        value->setFocus();
        value->selectAll();
        QTest::keyClicks(value, u"700"_s);
        QVERIFY(in.sentence().startsWith(u"If company size is at least 700"_s));
        QCOMPARE(in.undo().undoText(), u"set company size to 700"_s);
        QCOMPARE(in.undo().count(), 1);
        in.undo().undo();
        QVERIFY(in.sentence().startsWith(u"If company size is at least 500"_s));
        QCOMPARE(value->text(), u"500"_s);
        QCOMPARE(QApplication::focusWidget(), value);
        QCOMPARE(in.studio.draft.document(), in.before);
    }

    void aNameOfSeveralWordsIsWrittenAsItIsTyped()
    {
        InEditor in;
        QVERIFY(in.ready);
        auto* const name = in.find<QLineEdit>(u"policyName"_s);
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, u"Very large deals"_s);
        QCOMPARE(name->text(), u"Very large deals"_s);
        QCOMPARE(in.policy().name, "Very large deals");
    }

    void tabGoesThroughConditionsAndActionsAsTheyStandAndOutAgain()
    {
        InEditor in;
        QVERIFY(in.ready);
        in.addAction(5);
        in.find<QLineEdit>(u"policyName"_s)->setFocus();
        QStringList names;
        constexpr int most = 200;
        for (int i = 0; i < most && names.count(u"policyName"_s) < 2; ++i) {
            names << QApplication::focusWidget()->objectName();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(names.count(u"policyName"_s), 2);   // once around
        QCOMPARE(names.count(u"actionText"_s), 1);
        const auto comesBefore = [&](const QString& first, const QString& second) {
            return names.contains(first) && names.lastIndexOf(first) < names.indexOf(second);
        };
        QVERIFY2(comesBefore(u"addComment"_s, u"conditionAttribute"_s) || comesBefore(u"policyComment"_s, u"conditionAttribute"_s),
                 qPrintable(names.join(u' ')));
        QVERIFY2(names.indexOf(u"conditionAttribute"_s) < names.indexOf(u"addCondition"_s), qPrintable(names.join(u' ')));
        QVERIFY2(names.indexOf(u"actionKind"_s) < names.indexOf(u"addAction"_s), qPrintable(names.join(u' ')));
        QVERIFY2(names.contains(u"policyRows"_s), qPrintable(names.join(u' ')));
    }

    void everythingIsUndoneToTheStart()
    {
        InEditor in;
        auto* const name = in.find<QLineEdit>(u"policyName"_s);
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, u"Big companies"_s);
        QCOMPARE(in.undo().count(), 1);
        QTest::mouseClick(in.find<QCheckBox>(u"policyEnabled"_s), Qt::LeftButton, {}, QPoint(8, 8));
        QTest::mouseClick(in.find<QCheckBox>(u"policyQualified"_s), Qt::LeftButton, {}, QPoint(8, 8));
        QVERIFY(!in.policy().enabled && in.policy().requiresQualification);
        auto* const comment = in.find<QPlainTextEdit>(u"policyComment"_s);
        comment->setFocus();
        QTest::keyClicks(comment, u"!"_s);
        in.addAction(5);
        QTest::keyClicks(QApplication::focusWidget(), u"Hello"_s);
        QVERIFY(std::get<SendMessage>(in.policy().actions.back()).text == "Hello");
        in.find<QPushButton>(u"removeException"_s)->click();
        QVERIFY(!in.policy().exception);
        in.undo().undo();
        QVERIFY(in.policy().exception.has_value());
        while (in.undo().canUndo())
            in.undo().undo();
        QCOMPARE(in.studio.draft.document(), in.before);
        QCOMPARE(name->text(), u"Enterprise pricing"_s);
    }

    void hasAnEditorForEveryKindOfAction()
    {
        InEditor in(rulesToTry(), "rest");
        in.studio.draft.replacePolicy(5, aPolicy("rest", "Everything else", Condition{AllOf{}}, {}), u"start"_s);
        for (std::size_t kind = 0; kind < actionKinds(); ++kind) {
            Policy after = in.policy();
            after.actions = {newAction(kind, in.studio.draft.rulebook())};
            in.studio.draft.replacePolicy(5, after, u"put"_s);
            const Action& shown = in.policy().actions.front();
            for (const ActionField& field : fieldsOf(shown)) {
                Action other = shown;
                field.write(other, field.read(shown));
                QVERIFY2(other == shown, qPrintable(field.label));
            }
            auto* const combo = in.find<QComboBox>(u"actionKind"_s);
            QCOMPARE(combo->currentText(), actionKindWords(kind));
        }
    }

    void actionsAreMovedAddedAndRemovedByKeyboard()
    {
        InEditor in;
        in.actionGrips().front()->setFocus();
        in.key(Qt::Key_Down, Qt::AltModifier);
        QVERIFY(std::holds_alternative<SetTier>(in.policy().actions.front()));
        QCOMPARE(in.undo().undoText(), u"move the action transfer to queue"_s);
        in.key(Qt::Key_Delete);
        QCOMPARE(in.policy().actions.size(), 2u);
        in.key(Qt::Key_Escape);
        in.key(Qt::Key_F2);
        QVERIFY(qobject_cast<Grip*>(QApplication::focusWidget()) == nullptr);
    }

    void actionsAreDragged()
    {
        InEditor in;
        Grip* const first = in.actionGrips().front();
        first->window()->activateWindow();
        const QPoint down(5, 200);
        QTest::mousePress(first, Qt::LeftButton, {}, first->rect().center());
        QTest::mouseMove(first, QPoint(5, 60));
        QTest::mouseMove(first, down);
        QTest::mouseRelease(first, Qt::LeftButton, {}, down);
        QVERIFY(std::holds_alternative<TransferToQueue>(in.policy().actions.back()));
    }

    void twoOwnersAreMarked()
    {
        Rulebook rulebook = fullRules();
        InEditor in(rulebook);
        Policy after = in.policy();
        after.actions.push_back(KeepWithAi{});
        in.studio.draft.replacePolicy(1, after, u"paste"_s);
        QLabel* marked = nullptr;
        for (QLabel* const label : in.actions()->findChildren<QLabel*>(u"actionTrouble"_s))
            if (!label->isHidden())
                marked = label;
        QVERIFY(marked);
        QVERIFY(marked->text().contains(u"already says who has it next"_s));
    }

    void aTargetCanBeAnAttribute()
    {
        InEditor in(rulesToTry(), "legal");
        auto* const choice = in.actions()->findChild<QComboBox*>(u"actionChoice"_s);
        choice->setFocus();
        choice->setCurrentIndex(choice->count() - 1);
        Q_EMIT choice->activated(choice->currentIndex());
        QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
        auto* const search = QApplication::activePopupWidget()->findChild<QLineEdit*>(u"attributeSearch"_s);
        QTest::keyClicks(search, u"previous queue"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(std::get<TransferToQueue>(in.policy().actions.front()).queue,
                 (Target{{}, "conversation.previous_queue"}));
    }

    void anExceptionStartsWithWhatHappensOtherwise()
    {
        InEditor in(rulesToTry(), "legal");
        in.find<QPushButton>(u"addException"_s)->click();
        QVERIFY(in.policy().exception.has_value());
        QVERIFY(in.policy().exception->actions == in.policy().actions);
        QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
        auto* const search = QApplication::activePopupWidget()->findChild<QLineEdit*>(u"attributeSearch"_s);
        QTest::keyClicks(search, u"asked for"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(in.policy().exception->when
                == (Condition{AnyOf{{Condition{Comparison{"ai.asked_for_person", Operator::Eq, Value{true}}}}}}));
    }

    void goesToAPlace()
    {
        InEditor in(fullRules(), "rest");
        in.editor->showPlace(u"/policies/1/when/all/1/any/1/value"_s);
        QCOMPARE(in.studio.selection.policy().value, std::string("enterprise"));
        QTRY_COMPARE(qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr, true);
        QCOMPARE(qobject_cast<QLineEdit*>(QApplication::focusWidget())->text(), u"25,000"_s);
        in.editor->showPlace(u"/policies/900/when"_s);
        in.editor->showPlace(u"nonsense"_s);
    }

    void tryStandsAsideWhereThereIsLittleRoom()
    {
        InEditor in;
        QVERIFY(!in.editor->isTryShown());
        in.editor->findChild<QAction*>(u"toggleTry"_s)->trigger();
        QVERIFY(in.editor->isTryShown());
        QVERIFY(!in.find<QListView>(u"policyRows"_s));
        in.editor->findChild<QAction*>(u"toggleTry"_s)->trigger();
        in.editor->resize(1848, 1012);
        QVERIFY(in.editor->isTryShown());
        QVERIFY(in.find<QListView>(u"policyRows"_s));
    }

    void saysWhenNoPolicyIsChosen()
    {
        Rulebook none = rulesToTry();
        none.policies.clear();
        InEditor in(none, "");
        keepPictures(*in.editor, in.theme, u"policy-editor-empty"_s);
        QVERIFY(!in.find<QLineEdit>(u"policyName"_s));
    }

    void showsHostileAndRightToLeftNames()
    {
        Rulebook rulebook = fullRules();
        rulebook.policies[1].name = "<b>مرحبا</b> \u202Eabc \U0001F680 " + std::string(300, 'W');
        rulebook.policies[1].comment = std::string(9000, 'm');
        rulebook.queues[1].name = "שירות <i>לקוחות</i> " + std::string(200, 'q');
        InEditor in(rulebook);
        keepPictures(*in.editor, in.theme, u"policy-editor-hostile"_s);
        QVERIFY(in.undo().count() == 0);
        QCOMPARE(in.studio.draft.document(), in.before);
        QVERIFY(in.editor->minimumSizeHint().width() <= 1208);
    }
};

SIGNALBOX_UI_TEST(PolicyEditorTest)
#include "tst_policy_editor.moc"
