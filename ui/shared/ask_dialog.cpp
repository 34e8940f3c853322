#include "ui/shared/ask_dialog.h"

#include "ui/shared/buttons.h"
#include "ui/shared/command_answers.h"
#include "ui/shared/field_column.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace signalbox {

AskDialog::AskDialog(const PageContext& context, const QString& title, const QString& verb, const QString& objectName,
                     QWidget* parent)
    : QDialog(parent),
      m_answers(new CommandAnswers(context.port, context.model, this)),
      m_fields(new FieldColumn(context.theme, this)),
      m_preview(newParagraph({}, context.theme, TextStyle::Body, ThemeColor::Text, this)),
      m_refusal(new InlineMessage(context.theme, MessageKind::Bad, this)),
      m_verb(newPrimaryButton(verb, objectName + QStringLiteral("Confirm"), this))
{
    Theme& theme = context.theme;
    setObjectName(objectName);
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setSurface(*this, theme, ThemeColor::Panel);
    auto* column = new QVBoxLayout(this);
    const int edge = theme.px(24);
    column->setContentsMargins(edge, edge, edge, edge);
    column->setSpacing(theme.px(12));
    QLabel* question = newParagraph(title, theme, TextStyle::PaneTitle);
    column->addWidget(question);
    m_fields->layout()->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_fields);
    m_preview->setObjectName(objectName + QStringLiteral("Preview"));
    m_preview->hide();
    column->addWidget(m_preview);
    m_refusal->hide();
    column->addWidget(m_refusal);
    column->addStretch(1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme.px(8));
    buttons->addStretch(1);
    QPushButton* cancel = newButton(tr("Cancel"), objectName + QStringLiteral("Cancel"), this);
    buttons->addWidget(cancel);
    buttons->addWidget(m_verb);
    m_verb->setDefault(true);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_verb, &QPushButton::clicked, this, &AskDialog::send);
    setMinimumWidth(theme.px(440));
}

void AskDialog::setPreview(const QString& words)
{
    m_preview->setText(words);
    m_preview->setVisible(!words.isEmpty());
}

QString AskDialog::preview() const { return m_preview->text(); }

void AskDialog::ask(std::function<decltype(Command::what)()> make)
{
    m_make = std::move(make);
    open();
}

void AskDialog::send()
{
    if (!m_fields->allRight())
        return;
    m_verb->setEnabled(false);
    m_refusal->hide();
    m_answers->send(
        m_make(), [this] { accept(); },
        [this](const QString& why) {
            m_verb->setEnabled(true);
            m_refusal->setText(tr("That was not done."), why);
            m_refusal->show();
        });
}

}
