#include "tests/journeys/support/hand.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QTabBar>
#include <QTest>
#include <QTimer>
#include <QWindow>

#include <exception>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 12'000;   // milliseconds
constexpr int oftenAsked = 20;     // milliseconds between two looks for a dialog
constexpr int mostTabs = 400;

QAction* actionIn(const QMenu& menu, const std::function<bool(const QAction&)>& fits)
{
    for (QAction* const action : menu.actions())
        if (action->isEnabled() && action->isVisible() && fits(*action))
            return action;
    return nullptr;
}

void bringIntoView(QWidget& widget, const QPoint& at)
{
    for (QWidget* above = widget.parentWidget(); above; above = above->parentWidget())
        if (auto* const area = qobject_cast<QScrollArea*>(above)) {
            const QPoint inside = widget.mapTo(area->widget(), at);
            area->ensureVisible(inside.x(), inside.y(), 20, 40);
        }
}

bool aWindowHasKeyboard()
{
    const QWindow* const focus = QGuiApplication::focusWindow();
    return focus && focus->isVisible() && (QApplication::activeWindow() || QApplication::activePopupWidget());
}

// What a window manager does, where there is none: the keyboard is never left with a window that is gone.
void keepWindowActive()
{
    if (aWindowHasKeyboard())
        return;
    if (const QWidget* const modal = QApplication::activeModalWidget())
        return modal->windowHandle()->requestActivate();
    for (const QWidget* const window : QApplication::topLevelWidgets())
        if (window->isVisible() && window->windowType() == Qt::Window)
            window->windowHandle()->requestActivate();
}

// Where nothing has the keyboard, the window hears it.
QWidget* whoHears()
{
    if (QApplication::activePopupWidget() || QApplication::activeModalWidget() || QApplication::focusWidget())
        return nullptr;   // Qt Test knows
    for (QWidget* const window : QApplication::topLevelWidgets())
        if (window->isVisible() && window->windowType() == Qt::Window)
            return window;
    return nullptr;
}

QString nameOf(const QWidget* widget)
{
    return widget ? u"%1 %2"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName())
                  : u"nothing"_s;
}

bool isReached(const QWidget& widget, const QPoint& at)
{
    const QWidget* const hit = widget.window()->childAt(widget.mapTo(widget.window(), at));
    return hit == &widget || widget.isAncestorOf(hit) || (!hit && widget.isWindow());
}

}

Hand::Hand() { QApplication::setDoubleClickInterval(0); }   // a hand as quick as this one means every click

void Hand::until(const std::function<bool()>& isSo, const QString& what) const
{
    keepWindowActive();
    if (!QTest::qWaitFor(isSo, patience))
        throw Slip(u"In vain waited for: %1. The keyboard is with %2."_s.arg(what, nameOf(QApplication::focusWidget())));
}

QWidget* Hand::find(const QString& name, const QWidget* within, const QMetaObject* kind) const
{
    for (QWidget* const widget : QApplication::allWidgets())
        if (widget->objectName() == name && widget->isVisible() && widget->isEnabled()
            && widget->metaObject()->inherits(kind) && (!within || within->isAncestorOf(widget)))
            return widget;
    return nullptr;
}

bool Hand::sees(const QString& name, const QWidget* within) const
{
    return find(name, within, &QWidget::staticMetaObject) != nullptr;
}

void Hand::click(QWidget& on) const { click(on, on.rect().center()); }

void Hand::click(QWidget& on, const QPoint& at, Qt::KeyboardModifiers with) const
{
    const QPointer<QWidget> target(&on);
    until(
        [&] {
            if (!target || !target->isVisible() || !target->isEnabled())
                return false;
            bringIntoView(*target, at);
            return isReached(*target, at);
        },
        u"reaching "_s + on.objectName());
    QTest::mouseClick(on.window()->windowHandle(), Qt::LeftButton, with, on.mapTo(on.window(), at));
}

void Hand::click(const QString& name, const QWidget* within) const { click(*see<QWidget>(name, within)); }

void Hand::drag(QWidget& over, const QPoint& from, const QPoint& to) const
{
    bringIntoView(over, from);
    until([&] { return isReached(over, from); }, u"reaching "_s + over.objectName());
    QWindow* const window = over.window()->windowHandle();
    const auto inWindow = [&](const QPoint& at) { return over.mapTo(over.window(), at); };
    QTest::mousePress(window, Qt::LeftButton, {}, inWindow(from));
    constexpr int steps = 6;
    for (int step = 1; step <= steps; ++step)
        QTest::mouseMove(window, inWindow(from + (to - from) * step / steps));
    QTest::mouseRelease(window, Qt::LeftButton, {}, inWindow(to));
}

void Hand::press(QKeyCombination keys, int times) const
{
    QCoreApplication::processEvents();   // nobody presses a key before what is on the screen is there
    keepWindowActive();
    if (!QTest::qWaitFor(aWindowHasKeyboard, patience))
        throw Slip(u"No window has the keyboard."_s);
    for (int i = 0; i < times; ++i) {
        QTest::keyPress(whoHears(), keys.key(), keys.keyboardModifiers());
        // A dialog that the press closed goes while the key comes up: nothing may be sent to it after, no modifier either.
        if (aWindowHasKeyboard())
            QTest::keyRelease(whoHears(), keys.key());
    }
}

void Hand::press(QKeySequence::StandardKey keys) const { press(QKeySequence(keys)[0]); }

void Hand::type(const QString& words) const
{
    for (const QChar letter : words)
        QTest::sendKeyEvent(QTest::Click, static_cast<QWidget*>(nullptr), QTest::asciiToKey(letter.toLatin1()), letter,
                            Qt::NoModifier);
}

void Hand::tabTo(const QString& name) const
{
    QStringList stops;
    for (int presses = 0; presses < mostTabs; ++presses) {
        QCoreApplication::processEvents();
        const QWidget* const focus = QApplication::focusWidget();
        const QString stop = nameOf(focus);
        if (focus && focus->objectName() == name)
            return;
        if (!stops.contains(stop))
            stops.append(stop);
        press(Qt::Key_Tab);
    }
    throw Slip(u"Tab never comes to %1, only to %2"_s.arg(name, stops.join(u", "_s)));
}

void Hand::write(QWidget& field, const QString& words) const
{
    click(field);
    until([&] { return field.hasFocus() || field.isAncestorOf(QApplication::focusWidget()); },
          u"the keyboard in "_s + field.objectName());
    press(QKeySequence::SelectAll);
    type(words);
}

void Hand::write(const QString& name, const QString& words, const QWidget* within) const
{
    write(*see<QWidget>(name, within), words);
}

void Hand::choose(QComboBox& from, const QString& words) const
{
    click(from);
    QAbstractItemView* const list = from.view();
    until([&] { return list->isVisible(); }, u"the choices of "_s + from.objectName());
    const int row = from.findText(words);
    if (row < 0)
        throw Slip(u"No choice “%1” in %2"_s.arg(words, from.objectName()));
    const QModelIndex index = list->model()->index(row, from.modelColumn(), list->rootIndex());
    list->scrollTo(index);
    click(*list->viewport(), list->visualRect(index).center());
    until([&] { return !list->isVisible(); }, u"choosing “%1” in %2"_s.arg(words, from.objectName()));
}

void Hand::choose(const QString& name, const QString& words, const QWidget* within) const
{
    choose(*see<QComboBox>(name, within), words);
}

// With the arrows at its end, where not all tabs have room.
void Hand::bringTabIntoView(QTabBar& bar, int tab) const
{
    const auto middle = [&] { return bar.tabRect(tab).center(); };
    for (int clicks = 0; !bar.rect().contains(middle()) || bar.childAt(middle()); ++clicks) {
        if (clicks > bar.count())
            throw Slip(u"The tab does not come into view: "_s + bar.tabText(tab));
        click(middle().x() < 0 ? u"ScrollLeftButton"_s : u"ScrollRightButton"_s, &bar);
    }
}

void Hand::chooseTab(const QString& tabs, const QString& words) const
{
    auto* const bar = see<QTabBar>(tabs);
    for (int tab = 0; tab < bar->count(); ++tab)
        if (bar->tabText(tab) == words) {
            bringTabIntoView(*bar, tab);
            click(*bar, bar->tabRect(tab).center());
            return until([&] { return bar->currentIndex() == tab; }, u"the tab "_s + words);
        }
    throw Slip(u"No tab "_s + words);
}

void Hand::pick(const QString& name, const QString& words) const
{
    auto* const menu = see<QMenu>(name);
    const QAction* const action = actionIn(*menu, [&](const QAction& one) { return one.text() == words; });
    if (!action)
        throw Slip(u"Nothing called “%1” in %2"_s.arg(words, name));
    click(*menu, menu->actionGeometry(const_cast<QAction*>(action)).center());
}

bool Hand::mayCommand(const QString& menuName, const QString& name) const
{
    const auto* const menu
        = QApplication::activeWindow() ? QApplication::activeWindow()->findChild<QMenu*>(menuName) : nullptr;
    return menu && actionIn(*menu, [&](const QAction& one) { return one.objectName() == name; });
}

void Hand::command(const QString& menuName, const QString& name) const
{
    until([&] { return mayCommand(menuName, name); }, u"%1 in the menu %2"_s.arg(name, menuName));
    auto* const bar = QApplication::activeWindow()->findChild<QMenuBar*>();
    for (QAction* const title : bar->actions())
        if (title->menu() && title->menu()->objectName() == menuName)
            click(*bar, bar->actionGeometry(title).center());
    auto* const menu = see<QMenu>(menuName);
    click(*menu,
          menu->actionGeometry(actionIn(*menu, [&](const QAction& one) { return one.objectName() == name; })).center());
}

void Hand::whenAsked(const QString& dialog, const std::function<void(QWidget&)>& answer,
                     const std::function<void()>& act) const
{
    QPointer<QWidget> asked;
    std::exception_ptr slip;
    QTimer looking;
    looking.setInterval(oftenAsked);
    QObject::connect(&looking, &QTimer::timeout, &looking, [&] {
        asked = find(dialog, nullptr, &QWidget::staticMetaObject);
        if (!asked)
            return;
        looking.stop();
        try {
            answer(*asked);
        } catch (...) {   // not through the dialog's own event loop
            slip = std::current_exception();
            if (asked)
                asked->close();
        }
    });
    looking.start();
    act();
    until([&] { return slip || (!looking.isActive() && (!asked || !asked->isVisible())); },
          u"an answer to "_s + dialog);
    if (slip)
        std::rethrow_exception(slip);
}

void Hand::chooseFile(const QString& path, const std::function<void()>& act) const
{
    const auto answer = [&](QWidget& dialog) {
        const QPointer<QWidget> still(&dialog);
        write(u"fileNameEdit"_s, path, &dialog);
        until(
            [&] {
                const bool isChosen = !still || !still->isVisible();
                if (!isChosen)
                    press(Qt::Key_Return);   // the first may only close the list of names that fit
                return isChosen;
            },
            u"the file "_s + path);
    };
    whenAsked(u"QFileDialog"_s, answer, act);
}

}
