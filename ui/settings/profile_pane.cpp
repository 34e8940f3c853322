#include "ui/settings/profile_pane.h"

#include "ui/settings/facts_editor.h"
#include "ui/settings/form.h"
#include "ui/shared/command_answers.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/panes.h"
#include "ui/shared/session.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

ProfilePane::ProfilePane(const PageContext& context, CommandAnswers& commands, QWidget* parent)
    : QWidget(parent), m_context(context), m_commands(commands), m_form(new Form(context.theme, this)), m_facts(new FactsEditor(context.theme))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    addPaneTop(*column, context.theme, tr("Company profile"), tr("Facts the AI may tell visitors. It says nothing about the company that stands neither here nor in the FAQ."), this);
    m_name = m_form->addLine(QStringLiteral("companyName"), tr("Name"), 120);
    m_description = m_form->addText(QStringLiteral("companyDescription"), tr("What the company does"), 4);
    m_facts->setObjectName(QStringLiteral("companyFacts"));
    m_form->addField(m_facts, tr("Facts"), tr("Such as opening hours, delivery times, where to find you."));
    m_form->checkField(m_name, [this] { return m_name->text().trimmed().isEmpty() ? tr("Give the company's name.") : QString(); });
    m_form->checkField(m_facts, [this] {
        const std::vector<ProfileFact> facts = m_facts->facts();
        const bool half = std::ranges::any_of(facts, [](const ProfileFact& fact) { return fact.label.empty() || fact.text.empty(); });
        return half ? tr("Each fact needs both what it is about and what to say.") : QString();
    });
    column->addWidget(m_form, 1);
    connect(m_facts, &FactsEditor::edited, m_form, &Form::edited);
    connect(m_form, &Form::edited, this, [this] { m_form->setChanged(written() != m_context.model.profile()); });
    connect(m_form, &Form::saveWanted, this, &ProfilePane::save);
    connect(m_form, &Form::discardWanted, this, &ProfilePane::fill);
    connect(&context.model, &ConsoleModel::changed, this, [this](const ChangeSet& changes) {
        if (changes.profile && !m_form->isChanged())
            fill();
    });
    connect(&context.model, &ConsoleModel::sessionChanged, this, &ProfilePane::fill);
    fill();
}

void ProfilePane::fill()
{
    const CompanyProfile& profile = m_context.model.profile();
    m_name->setText(text(profile.name));
    m_description->setPlainText(text(profile.description));
    m_facts->setFacts(profile.facts);
    m_form->clearErrors();
    m_form->setChanged(false);
    m_form->setBlocked(m_context.session.mayEditSettings() ? QString() : tr("Team leads and supervisors edit the company profile."));
}

CompanyProfile ProfilePane::written() const
{
    return {m_name->text().trimmed().toStdString(), m_description->toPlainText().trimmed().toStdString(), m_facts->facts()};
}

void ProfilePane::save()
{
    m_commands.send(SaveProfile{written(), m_context.session.agent},
                    [this] {
                        m_form->setChanged(false);
                        m_form->showSaved(tr("Saved. The AI answers with it from now on."));
                    },
                    [this](const QString& why) { m_form->showRefusal(tr("The profile was not saved."), why); });
}

}
