#pragma once

#include "tests/support/recording_analysis.h"
#include "tests/ui/policies/try_data.h"
#include "ui/policies/editor/condition_editor.h"
#include "ui/policies/editor/grip.h"
#include "ui/shared/elided_label.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QtTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;

inline Condition all(std::vector<Condition> parts) { return {AllOf{std::move(parts)}}; }
inline Condition any(std::vector<Condition> parts) { return {AnyOf{std::move(parts)}}; }
inline Condition no(Condition part) { return {Not{std::make_shared<const Condition>(std::move(part))}}; }
inline Condition open(const char* schedule) { return {ScheduleTest{ScheduleId{schedule}, true}}; }
inline Condition in(const char* attribute, std::vector<Value> values)
{
    return {Comparison{attribute, Operator::In, std::move(values)}};
}

// A condition editor on the rules to try, and what it told.
struct Editing : StudioFixture {
    explicit Editing(const Condition& condition = all({}))
    {
        Rulebook rulebook = rulesToTry();
        rulebook.schedules = {{ScheduleId{"office"}, "Office hours", "UTC", {{{0, 1, 2, 3, 4}, 540, 1080}}, {}}};
        begin(rulebook);
        editor.resize(860, 600);
        editor.setTitle(u"When"_s);
        editor.setCondition(condition, u"/policies/1/when"_s);
        editor.show();
        editor.activateWindow();
        ready = QTest::qWaitForWindowActive(&editor);
        QObject::connect(&editor, &ConditionEditor::edited, &editor,
                         [this](const Condition& made, const QString& what, const QString& key) {
                             after = made;
                             steps << what;
                             keys << key;
                             editor.setCondition(after, u"/policies/1/when"_s);   // as a room does
                         });
    }
    template <class Widget>
    QList<Widget*> visible(const QString& name) const
    {
        QList<std::pair<int, Widget*>> found;
        for (Widget* const each : editor.findChildren<Widget*>(name))
            if (each->isVisible())
                found << std::pair(each->mapTo(&editor, QPoint()).y(), each);
        std::sort(found.begin(), found.end(),
                  [](const auto& one, const auto& other) { return one.first < other.first; });
        QList<Widget*> widgets;
        for (const auto& [y, widget] : found)
            widgets << widget;
        return widgets;
    }
    QList<Grip*> grips() const { return visible<Grip>(u"conditionGrip"_s); }
    static QWidget* focus() { return QApplication::focusWidget(); }
    // The picker that is open, with the keyboard in its search.
    static QLineEdit* search()
    {
        QWidget* const popup = QApplication::activePopupWidget();
        return popup ? popup->findChild<QLineEdit*>(u"attributeSearch"_s) : nullptr;
    }
    bool pick(const QString& attribute) const
    {
        if (!QTest::qWaitFor([] { return search() != nullptr; }))
            return false;
        QTest::keyClicks(search(), attribute);
        QTest::keyClick(search(), Qt::Key_Return);
        return true;
    }
    void type(const QString& words) const { QTest::keyClicks(focus(), words); }
    static void key(int code, Qt::KeyboardModifiers with = {}) { QTest::keyClick(focus(), Qt::Key(code), with); }
    void drag(Grip* grip, const QPoint& to) const   // `to` in the editor
    {
        const QPoint from = grip->rect().center();
        const QPoint end = grip->mapFrom(&editor, to);
        QTest::mousePress(grip, Qt::LeftButton, {}, from);
        QTest::mouseMove(grip, (from + end) / 2);
        QTest::mouseMove(grip, end);
        QTest::mouseRelease(grip, Qt::LeftButton, {}, end);
    }

    ConditionEditor editor{room};
    Condition after;
    QStringList steps;
    QStringList keys;
    bool ready = false;
};

}
