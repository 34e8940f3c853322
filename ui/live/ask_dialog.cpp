#include "ui/live/ask_dialog.h"

#include "ui/shared/field_column.h"
#include "ui/shared/themed.h"

#include <QLabel>
#include <QVBoxLayout>

namespace signalbox {

AskDialog::AskDialog(const PageContext& context, const QString& title, const QString& verb, const QString& objectName,
                     QWidget* parent)
    : MoveDialog(context, title, verb, parent),
      m_fields(new FieldColumn(context.theme, this)),
      m_preview(newParagraph({}, context.theme, TextStyle::Body, ThemeColor::Text, this))
{
    setObjectName(objectName);
    m_fields->layout()->setContentsMargins(0, 0, 0, 0);
    body().addWidget(m_fields);
    m_preview->setObjectName(QStringLiteral("movePreview"));
    m_preview->hide();
    body().addWidget(m_preview);
    body().addStretch(1);
}

void AskDialog::setPreview(const QString& words)
{
    m_preview->setText(words);
    m_preview->setVisible(!words.isEmpty());
}

void AskDialog::ask(std::function<decltype(Command::what)()> make)
{
    m_make = std::move(make);
    open();
}

void AskDialog::go()
{
    if (m_fields->allRight())
        send(m_make());
}

}
