package vn.lienthong.intake.compat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.ContentRules;
import vn.lienthong.dossier.DossierCommand;
import vn.lienthong.dossier.DossierCommand.TellState;
import vn.lienthong.dossier.DossierCommand.TellStep;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.evidence.Message;
import vn.lienthong.intake.StrictJson;
import vn.lienthong.intake.Submission;
import vn.lienthong.kernel.Ids;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.national.DossierReading;
import vn.lienthong.national.NationalDossierReader;
import vn.lienthong.national.NationalFinding;
import vn.lienthong.national.NationalNames;
import vn.lienthong.national.NationalStepReader;
import vn.lienthong.national.StepReading;

/**
 * Turns an item's bytes into a submission, or says why not. Names of procedure, sector and agency are kept as the sender
 * gave them, whatever the catalogue says, so that they go on as they came and a new catalogue makes no new version.
 */
@Component
class PushReader {
    private static final int LONGEST_NUMBER_SHOWN = 64;

    private final NationalDossierReader dossiers;
    private final NationalStepReader steps;
    private final ContentRules rules;
    private final CompetentAgency competent;

    PushReader(
            NationalDossierReader dossiers, NationalStepReader steps, ContentRules rules, CompetentAgency competent) {
        this.dossiers = dossiers;
        this.steps = steps;
        this.rules = rules;
        this.competent = competent;
    }

    /** Reads one item of this push; {@code envelope} carried it. */
    Candidate read(Push push, byte[] bytes, Message envelope) {
        String number = "";
        try {
            Composed read = Composed.of(StrictJson.readAnyForm(bytes));
            number = shown(read.item());
            return new Candidate.Ready(
                    push.service() == CompatService.DOSSIERS
                            ? dossier(push, read, bytes, envelope)
                            : step(push, read, bytes, envelope));
        } catch (ProblemException refused) {
            return new Candidate.Refused(number, refused.problem());
        }
    }

    private Submission dossier(Push push, Composed read, byte[] bytes, Message envelope) {
        String intake = push.agency();
        DossierReading reading = dossiers.read(
                read.item(),
                intake,
                (procedure, agency) -> NationalNames.UNKNOWN,
                agency -> competent.of(agency, intake));
        DossierNumber number = number(reading.number(), reading.findings());
        var content = ItemFaults.present(reading.content(), reading.findings());
        ItemFaults.refuse("DOSSIER-INVALID", rules.errors(number, content));
        UUID event = Ids.next();
        ItemFindings findings = new ItemFindings(number.value(), intake, event);
        findings.add(reading.findings(), read.changed());
        findings.add(competent.finding(number, intake));
        return submission(
                new TellState(event, number, push.caller(), null, push.declaredNew(), content),
                bytes,
                envelope,
                findings);
    }

    private Submission step(Push push, Composed read, byte[] bytes, Message envelope) {
        StepReading reading = steps.read(read.item());
        DossierNumber number = number(reading.number(), reading.findings());
        var step = ItemFaults.present(reading.step(), reading.findings());
        ItemFaults.refuse("PROGRESS-INVALID", rules.errors(step));
        UUID event = Ids.next();
        ItemFindings findings = new ItemFindings(number.value(), push.agency(), event);
        findings.add(reading.findings(), read.changed());
        return submission(new TellStep(event, number, push.caller(), push.agency(), step), bytes, envelope, findings);
    }

    /** The number, once more by the rules of all faces: its day must not lie ahead. */
    private DossierNumber number(@Nullable DossierNumber read, List<NationalFinding> findings) {
        return rules.number(ItemFaults.present(read, findings).value());
    }

    private static Submission submission(
            DossierCommand command, byte[] bytes, Message envelope, ItemFindings findings) {
        Message evidence = envelope.item(command.eventId(), command.number().value(), bytes);
        return new Submission(command, evidence, null, findings.all(), envelope, null);
    }

    private static String shown(JsonNode item) {
        String stated = item.path("MaHoSo").asText("");
        return stated.substring(0, Math.min(stated.length(), LONGEST_NUMBER_SHOWN));
    }
}
