#include "ui/settings/desk_pane.h"

#include "ui/settings/form.h"
#include "ui/settings/presence_states_editor.h"
#include "ui/shared/buttons.h"
#include "ui/shared/command_answers.h"
#include "ui/shared/console_model.h"
#include "ui/shared/notice_settings.h"
#include "ui/shared/panes.h"
#include "ui/shared/session.h"
#include "ui/shared/themed.h"
#include "ui/shared/wheel_guard.h"

#include <QCheckBox>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

namespace signalbox {
namespace {

constexpr int mostMissed = 20;
constexpr int longestWrapUp = 3600;   // seconds

QSpinBox* newNumber(const QString& name, const QString& objectName, int most, int step, const QString& none,
                    QWidget* parent)
{
    auto* field = new QSpinBox(parent);
    field->setObjectName(objectName);
    field->setAccessibleName(name);
    field->setRange(0, most);
    field->setSingleStep(step);
    field->setSpecialValueText(none);
    ignoreWheelWithoutFocus(*field);
    return field;
}

}

DeskPane::DeskPane(const PageContext& context, CommandAnswers& commands, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_commands(commands),
      m_form(new Form(context.theme, this)),
      m_missed(
          newNumber(tr("Away after missed offers"), QStringLiteral("missedOffers"), mostMissed, 1, tr("Never"), this)),
      m_wrapUp(newNumber(tr("Wrap-up time in seconds"), QStringLiteral("wrapUp"), longestWrapUp, 15,
                         tr("None", "no wrap-up time"), this)),
      m_states(new PresenceStatesEditor(context.theme, this)),
      m_notices(newSwitch(tr("Tell me on the desktop while I look elsewhere"), QStringLiteral("noticesSwitch"), this)),
      m_sounds(newSwitch(tr("With a sound"), QStringLiteral("soundsSwitch"), this))
{
    build();
    connect(m_missed, &QSpinBox::valueChanged, this, &DeskPane::edit);
    connect(m_wrapUp, &QSpinBox::valueChanged, this, &DeskPane::edit);
    connect(m_states, &PresenceStatesEditor::edited, this, &DeskPane::edit);
    connect(m_form, &Form::saveWanted, this, &DeskPane::save);
    connect(m_form, &Form::discardWanted, this, [this] {
        m_form->setChanged(false);
        refresh();
    });
    connect(&context.model, &ConsoleModel::changed, this, [this](const ChangeSet& changes) {
        if (changes.deskSettings)
            refresh();
    });
    connect(&context.model, &ConsoleModel::sessionChanged, this, &DeskPane::refresh);
    refresh();
}

void DeskPane::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    addPaneTop(*column, m_context.theme, tr("Desk"),
               tr("How desks work in this workspace, and how this one tells you of offers."), this);
    m_missed->setSuffix(tr(" offers missed in a row"));
    m_wrapUp->setSuffix(tr(" s"));
    m_form->addField(
        m_missed, tr("Away after"),
        tr("Somebody who is not there stops holding up visitors. Accepting an offer counts from the start again."));
    m_form->addField(m_wrapUp, tr("Wrap-up after closing"), tr("Time to finish before the next offer comes."));
    m_form->addField(
        m_states, tr("States of presence"),
        tr("Besides Online, Away, Break and Offline. Only those that count as Online are offered conversations."));
    buildNotices();
    column->addWidget(m_form, 1);
}

void DeskPane::buildNotices()
{
    m_form->addPlain(newLabel(tr("At this seat"), m_context.theme, TextStyle::PaneTitle));
    m_form->addPlain(m_notices);
    m_form->addPlain(m_sounds);
    const NoticeSettings now = noticeSettings(m_context.state);
    m_notices->setChecked(now.notices);
    m_sounds->setChecked(now.sounds);
    m_sounds->setEnabled(now.notices);
    const auto keep = [this] {
        keepNoticeSettings(m_context.state, {m_notices->isChecked(), m_sounds->isChecked()});
        m_sounds->setEnabled(m_notices->isChecked());
    };
    connect(m_notices, &QCheckBox::toggled, this, keep);
    connect(m_sounds, &QCheckBox::toggled, this, keep);
}

void DeskPane::refresh()
{
    const bool may = m_context.session.mayEditSettings();
    for (QWidget* field : std::initializer_list<QWidget*>{m_missed, m_wrapUp, m_states})
        field->setEnabled(may);
    if (m_form->isChanged())
        return;   // what is being written stays
    const DeskSettings& settings = m_context.model.deskSettings();
    const QSignalBlocker quietMissed(m_missed);
    const QSignalBlocker quietWrapUp(m_wrapUp);
    m_missed->setValue(settings.awayAfterMissedOffers);
    m_wrapUp->setValue(int(settings.wrapUp.count()));
    m_states->setStates(settings.presenceStates);
    m_form->setChanged(false);
}

void DeskPane::edit() { m_form->setChanged(written() != m_context.model.deskSettings()); }

DeskSettings DeskPane::written() const
{
    DeskSettings settings = m_context.model.deskSettings();
    settings.awayAfterMissedOffers = m_missed->value();
    settings.wrapUp = seconds{m_wrapUp->value()};
    settings.presenceStates = m_states->states();
    return settings;
}

void DeskPane::save()
{
    m_commands.send(
        SaveDeskSettings{written(), m_context.session.agent},
        [this] {
            m_form->setChanged(false);
            m_form->showSaved(tr("Saved. It holds for every desk from now on."));
        },
        [this](const QString& why) { m_form->showRefusal(tr("The settings were not saved."), why); });
}

}
