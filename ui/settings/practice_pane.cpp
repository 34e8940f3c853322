#include "ui/settings/practice_pane.h"

#include "ui/settings/form.h"
#include "ui/shared/buttons.h"
#include "ui/shared/command_answers.h"
#include "ui/shared/console_model.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/session.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>

namespace signalbox {

PracticePane::PracticePane(const PageContext& context, CommandAnswers& commands, QWidget* parent)
    : QWidget(parent), m_context(context), m_commands(commands),
      m_switch(newSwitch(tr("Practice visitors write to this workspace"), QStringLiteral("practiceSwitch"), this)),
      m_refusal(new InlineMessage(context.theme, MessageKind::Bad, this))
{
    Theme& theme = context.theme;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    addPaneTop(*column, theme, tr("Practice visitors"), tr("Invented people who write as visitors would, so that you can try everything without a website."), this);
    auto* body = new QVBoxLayout;
    body->setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16));
    body->setSpacing(theme.px(10));
    body->addWidget(m_switch, 0, Qt::AlignLeft);
    const QStringList facts{tr("They take the same way as real visitors: the AI answers, policies decide, agents are offered conversations."),
                            tr("Their conversations say Practice wherever they show, and stay out of every figure unless asked for."),
                            tr("Real visitors always go first. Switched off, no new ones come; open ones can be answered or closed.")};
    for (const QString& fact : facts)
        body->addWidget(newParagraph(fact, theme, TextStyle::Body, ThemeColor::Text, this));
    m_refusal->hide();
    body->addWidget(m_refusal);
    body->addStretch();
    column->addLayout(body, 1);
    connect(m_switch, &QCheckBox::clicked, this, &PracticePane::switchTo);
    connect(&context.model, &ConsoleModel::changed, this, [this](const ChangeSet& changes) {
        if (changes.practiceOn)
            refresh();
    });
    connect(&context.model, &ConsoleModel::sessionChanged, this, &PracticePane::refresh);
    refresh();
}

void PracticePane::refresh()
{
    const bool may = m_context.session.mayEditSettings();
    m_switch->setChecked(m_context.model.practiceOn());
    m_switch->setEnabled(may);
    m_switch->setToolTip(may ? QString() : tr("Team leads and supervisors switch practice visitors."));
    m_switch->setAccessibleDescription(m_switch->toolTip());
}

void PracticePane::switchTo(bool on)
{
    m_refusal->hide();
    m_commands.send(SwitchPractice{on, m_context.session.agent}, {}, [this](const QString& why) {
        refresh();   // back to what is so
        m_refusal->setText(tr("Nothing was switched."), why);
        m_refusal->show();
    });
}

}
