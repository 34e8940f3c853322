#pragma once

#include <QKeyCombination>
#include <QKeySequence>
#include <QList>
#include <QPoint>
#include <QString>
#include <QWidget>

#include <functional>
#include <stdexcept>

class QComboBox;
class QLineEdit;
class QTabBar;

namespace signalbox::test {

// Something that a person could not do, or that did not come to pass; says what.
struct Slip : std::runtime_error {
    explicit Slip(const QString& what) : std::runtime_error(what.toStdString()) { }
};

// A person's hand at mouse and keyboard. Finds controls by name, as they stand on the screen, and sends what it does through
// the window system: what is covered, disabled or out of sight cannot be clicked, and keys go where the keyboard is.
// Throws Slip.
class Hand {
public:
    Hand();   // after the application

    void until(const std::function<bool()>& isSo, const QString& what) const;

    // A control that can be used right now; waits for one.
    template <class Control>
    Control* see(const QString& name, const QWidget* within = nullptr) const
    {
        Control* found = nullptr;
        until([&] { return (found = qobject_cast<Control*>(find(name, within, &Control::staticMetaObject))); }, name);
        return found;
    }
    bool sees(const QString& name, const QWidget* within = nullptr) const;

    void click(QWidget& on) const;
    void click(QWidget& on, const QPoint& at, Qt::KeyboardModifiers with = {}) const;
    void click(const QString& name, const QWidget* within = nullptr) const;
    void drag(QWidget& over, const QPoint& from, const QPoint& to) const;

    void press(QKeyCombination keys, int times = 1) const;
    void press(QKeySequence::StandardKey keys) const;
    void type(const QString& words) const;
    // With Tab until the keyboard is at the control of this name.
    void tabTo(const QString& name) const;

    void write(QWidget& field, const QString& words) const;   // in place of what stands there
    void write(const QString& name, const QString& words, const QWidget* within = nullptr) const;
    void choose(QComboBox& from, const QString& words) const;
    void choose(const QString& name, const QString& words, const QWidget* within = nullptr) const;
    void chooseTab(const QString& tabs, const QString& words) const;
    void pick(const QString& menu, const QString& words) const;        // in a menu that is open
    bool mayCommand(const QString& menu, const QString& name) const;   // of the menu bar
    void command(const QString& menu, const QString& name) const;      // of the menu bar, by objectName

    // Does `act`; when the dialog of this name comes, does `answer` in it.
    void whenAsked(const QString& dialog, const std::function<void(QWidget&)>& answer,
                   const std::function<void()>& act) const;
    void chooseFile(const QString& path, const std::function<void()>& act) const;

private:
    void bringTabIntoView(QTabBar& bar, int tab) const;
    QWidget* find(const QString& name, const QWidget* within, const QMetaObject* kind) const;
};

}
