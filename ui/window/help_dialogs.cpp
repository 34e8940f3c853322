#include "ui/window/help_dialogs.h"

#include "ui/shared/buttons.h"
#include "ui/shared/themed.h"

#include <QCoreApplication>
#include <QDialog>
#include <QLabel>
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
