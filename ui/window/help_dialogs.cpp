#include "ui/window/help_dialogs.h"

#include "ui/shared/buttons.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* words) { return QCoreApplication::translate("HelpDialogs", words); }

QDialog* newDialog(const PageContext& context, const QString& title, const QString& name, QWidget* parent)
{
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(name);
    dialog->setWindowTitle(title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    setSurface(*dialog, context.theme, ThemeColor::Panel);
    auto* column = new QVBoxLayout(dialog);
    const int edge = context.theme.px(24);
    column->setContentsMargins(edge, edge, edge, edge);
    column->setSpacing(context.theme.px(12));
    column->addWidget(newLabel(title, context.theme, TextStyle::PaneTitle));
    return dialog;
}

void addClose(QDialog& dialog)
{
    QPushButton* close = newButton(tr("Close"), u"closeDialog"_s);
    QObject::connect(close, &QPushButton::clicked, &dialog, &QDialog::close);
    dialog.layout()->addWidget(close);
    dialog.layout()->setAlignment(close, Qt::AlignRight);
}

}

QDialog* newShortcutsDialog(const PageContext& context, const QList<QAction*>& actions, QWidget* parent)
{
    QDialog* dialog = newDialog(context, tr("Keyboard shortcuts"), u"shortcutsDialog"_s, parent);
    auto* sheet = new QWidget;
    auto* grid = new QGridLayout(sheet);
    grid->setContentsMargins(0, 0, context.theme.px(12), 0);
    grid->setVerticalSpacing(context.theme.px(6));
    grid->setColumnStretch(0, 1);
    const auto add = [&](const QString& what, const QString& key) {
        const int row = grid->rowCount();
        grid->addWidget(newLabel(what, context.theme), row, 0);
        grid->addWidget(newKeyCap(context.theme, key), row, 1, Qt::AlignRight);
    };
    for (const QAction* action : actions)
        if (!action->shortcut().isEmpty())
            add(QString(action->text()).remove(u'&'), action->shortcut().toString(QKeySequence::NativeText));
    add(tr("Filter the list, in Live"), u"/"_s);
    add(tr("Apply the order, in the live list"), u"R"_s);
    add(tr("Open the chosen conversation, in the live list"), u"Enter"_s);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(sheet);
    scroll->viewport()->setAutoFillBackground(false);
    sheet->setAutoFillBackground(false);
    dialog->layout()->addWidget(scroll);
    addClose(*dialog);
    dialog->resize(context.theme.px(480), context.theme.px(560));
    return dialog;
}

QDialog* newAboutDialog(const PageContext& context, QWidget* parent)
{
    QDialog* dialog = newDialog(context, tr("About Signalbox"), u"aboutDialog"_s, parent);
    const QString words
        = tr("Signalbox %1, an operator console for conversation routing.\n\n"
             "Free software under the GNU General Public License, version 3 or later. It comes with no "
             "warranty.\n\nQt %2, compiled with Qt %3.")
              .arg(QStringLiteral(SIGNALBOX_VERSION), QString::fromLatin1(qVersion()), QStringLiteral(QT_VERSION_STR));
    QLabel* text = newParagraph(words, context.theme);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    dialog->layout()->addWidget(text);
    addClose(*dialog);
    dialog->setFixedWidth(context.theme.px(420));
    return dialog;
}

}
