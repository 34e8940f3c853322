#include "ui/alerts/hand_on_dialog.h"

#include "ui/alerts/alert_words.h"
#include "ui/conversation/moves/target_picker.h"
#include "ui/shared/session.h"

#include <QVBoxLayout>

namespace signalbox {

HandOnDialog::HandOnDialog(const PageContext& pageContext, const Alert& alert, QWidget* parent)
    : MoveDialog(pageContext,
                 tr("Hand on “%1”, %2, to", "an alert's name, a visitor")
                     .arg(alertTitle(alert, pageContext.model), alertVisitor(alert, pageContext.model)),
                 tr("Hand on"), parent),
      m_alert(alert.number),
      m_people(new TargetPicker(pageContext.theme, peopleBut(pageContext.model, alert.owner), tr("Person"),
                                tr("A person's name or team"), this))
{
    setObjectName(QStringLiteral("handOnDialog"));
    body().addWidget(m_people);
    connect(m_people, &TargetPicker::changed, this, [this] { setWhyNot(m_people->whyNone()); });
    connect(m_people, &TargetPicker::activated, this, &HandOnDialog::go);
    setWhyNot(m_people->whyNone());
    m_people->setFocus();
}

void HandOnDialog::go()
{
    if (const MoveTarget* person = m_people->chosen())
        send(HandOnAlert{m_alert, context().session.agent, AgentId{person->id.toStdString()}});
}

}
