import { FactList } from "@/components/creation/fact-list";
import { ProfileSection } from "./profile-section";
import { settingFacts } from "./setting-words";

/** What is fixed for an entrant: under other settings it would be another one. */
export function SettingSection({ settings }: { settings: Record<string, unknown> }) {
  const facts = settingFacts(settings);
  return (
    <ProfileSection id="settings" title="Settings">
      {facts.length === 0 ? (
        <p className="text-ink-2 text-sm">None are recorded.</p>
      ) : (
        <FactList facts={facts} />
      )}
    </ProfileSection>
  );
}
