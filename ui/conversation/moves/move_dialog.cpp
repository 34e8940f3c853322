#include "ui/conversation/moves/move_dialog.h"

#include "ui/shared/buttons.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>
#include <QVBoxLayout>

namespace signalbox {

MoveDialog::MoveDialog(const PageContext& context, const QString& title, const QString& verb, QWidget* parent)
    : QDialog(parent),
      m_context(context),
      m_commands(context.port, context.model),
      m_body(new QVBoxLayout),
      m_refusal(new InlineMessage(context.theme, MessageKind::Bad, this)),
      m_why(newParagraph({}, context.theme, TextStyle::Secondary, ThemeColor::TextMuted, this)),
      m_verb(newPrimaryButton(verb, QStringLiteral("confirmMove"), this))
{
    Theme& theme = context.theme;
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setSurface(*this, theme, ThemeColor::Panel);
    auto* column = new QVBoxLayout(this);
    const int edge = theme.px(24);
    column->setContentsMargins(edge, edge, edge, edge);
    column->setSpacing(theme.px(12));
    column->addWidget(newParagraph(title, theme, TextStyle::PaneTitle, ThemeColor::Text, this));
    m_body->setSpacing(theme.px(8));
    column->addLayout(m_body, 1);
    m_refusal->setObjectName(QStringLiteral("moveRefusal"));
    m_refusal->hide();
    column->addWidget(m_refusal);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.px(8));
    row->addWidget(m_why, 1);
    QPushButton* cancel = newButton(tr("Cancel"), QStringLiteral("cancelMove"), this);
    row->addWidget(cancel);
    row->addWidget(m_verb);
    column->addLayout(row);
    m_verb->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_verb, &QPushButton::clicked, this, [this] { go(); });
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter})   // within a text of several lines too
        connect(new QShortcut(QKeySequence(Qt::CTRL | enter), this), &QShortcut::activated, m_verb,
                &QPushButton::click);
    setMinimumWidth(theme.px(440));
}

void MoveDialog::setWhyNot(const QString& why)
{
    m_why->setText(why);
    m_verb->setEnabled(why.isEmpty());
}

void MoveDialog::send(decltype(Command::what) what)
{
    if (m_commands.isWaiting())
        return;
    m_refusal->hide();
    m_verb->setEnabled(false);
    m_commands.send(
        std::move(what),
        [this] {
            Q_EMIT moved();
            accept();
        },
        [this](const QString& why) {
            m_refusal->setText(tr("It was not done."), why);
            m_refusal->show();
            m_verb->setEnabled(true);
        });
}

}
